// What of JSON Schema a scorecard's schema needs, so that the published schema is also what the debrief goes by.

const TYPES = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

/** Where a value is not as its schema says, as a path such as `ratings/2/skill`; null where it is. */
export function mismatch(value, schema, root = schema, path = "") {
  const inside = (key) => (path ? `${path}/${key}` : `${key}`);
  if (schema.$ref) return mismatch(value, schema.$ref.slice(2).split("/").reduce((found, key) => found[key], root), root, path);
  if (schema.anyOf) return schema.anyOf.some((one) => mismatch(value, one, root, path) === null) ? null : path;
  if ("const" in schema) return value === schema.const ? null : path;
  if (schema.type && !TYPES[schema.type](value)) return path;
  if (typeof value === "string") {
    const fits = value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Infinity);
    return fits && (!schema.pattern || new RegExp(schema.pattern, "u").test(value)) ? null : path;
  }
  if (typeof value === "number") return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity) ? null : path;
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return path;
    return first(value.keys(), (index) => mismatch(value[index], schema.items ?? {}, root, inside(index)));
  }
  if (!TYPES.object(value)) return null;
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return inside(missing);
  return first(Object.keys(value), (key) => {
    if (Object.hasOwn(properties, key)) return mismatch(value[key], properties[key], root, inside(key));
    return schema.additionalProperties === false ? inside(key) : null;
  });
}

function first(keys, check) {
  for (const key of keys) {
    const found = check(key);
    if (found !== null) return found;
  }
  return null;
}
