// What of JSON Schema a scorecard's schema needs, so that the published schema is also what the debrief goes by.

/**
 * @typedef {object} Keywords The keywords that are understood; others are passed over.
 * @property {string} [$ref] An address within the schema, as `#/$defs/id`.
 * @property {Schema[]} [anyOf]
 * @property {unknown} [const] A string, a number, a boolean or null.
 * @property {keyof typeof TYPES} [type]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {Schema} [items]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema} [additionalProperties]
 */
/** @typedef {Keywords | boolean} Schema */

const TYPES = {
  object: isObject,
  array: Array.isArray,
  /** @param {unknown} value */
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  /** @param {unknown} value */
  boolean: (value) => typeof value === "boolean",
  /** @param {unknown} value */
  null: (value) => value === null,
};

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Where a value is not as its schema says, as a path such as `ratings/2/skill`; null where it is.
 *
 * @param {unknown} value
 * @param {Schema} schema
 * @param {Schema} root The schema that references are looked up in.
 * @param {string} path Where the value stands.
 * @returns {string | null}
 */
export function mismatch(value, schema, root = schema, path = "") {
  if (typeof schema === "boolean") return schema ? null : path;
  if (!isAllowed(value, schema)) return path;
  if (schema.anyOf && !schema.anyOf.some((choice) => mismatch(value, choice, root, path) === null)) return path;
  const parts = [
    () => (schema.$ref === undefined ? null : mismatch(value, lookUp(schema.$ref, root), root, path)),
    () => (Array.isArray(value) ? inItems(value, schema, root, path) : null),
    () => (isObject(value) ? inProperties(value, schema, root, path) : null),
  ];
  return first(parts, (part) => part());
}

/**
 * Whether a value, without what it holds, is as its schema says.
 *
 * @param {unknown} value
 * @param {Keywords} schema
 */
function isAllowed(value, schema) {
  if (schema.const !== undefined && value !== schema.const) return false;
  if (schema.type && !TYPES[schema.type](value)) return false;
  if (typeof value === "string") {
    const fits = isWithin([...value].length, schema.minLength, schema.maxLength);
    return fits && (schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value));
  }
  if (typeof value === "number") return isWithin(value, schema.minimum, schema.maximum);
  return !Array.isArray(value) || isWithin(value.length, schema.minItems, schema.maxItems);
}

/**
 * @param {number} number
 * @param {number | undefined} low
 * @param {number | undefined} high
 */
const isWithin = (number, low = -Infinity, high = Infinity) => low <= number && number <= high;

/**
 * The part of a schema that a reference names.
 *
 * @param {string} reference
 * @param {Schema} root
 */
function lookUp(reference, root) {
  const keys = reference.split("/").slice(1);
  const plain = keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
  /** @type {unknown} */
  let found = root;
  for (const key of plain) found = /** @type {Record<string, unknown>} */ (found)[key];
  return /** @type {Schema} */ (found);
}

/**
 * @param {unknown[]} value
 * @param {Keywords} schema
 * @param {Schema} root
 * @param {string} path
 */
function inItems(value, { items = true }, root, path) {
  return first(value.keys(), (index) => mismatch(value[index], items, root, inside(path, index)));
}

/**
 * @param {Record<string, unknown>} value
 * @param {Keywords} schema
 * @param {Schema} root
 * @param {string} path
 */
function inProperties(value, { properties = {}, required = [], additionalProperties = true }, root, path) {
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return inside(path, missing);
  return first(Object.keys(value), (key) => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return mismatch(value[key], schema ?? true, root, inside(path, key));
  });
}

/**
 * @param {string} path
 * @param {string | number} key
 */
const inside = (path, key) => (path ? `${path}/${key}` : `${key}`);

/**
 * The first mismatch that a check finds, or null.
 *
 * @template Part
 * @param {Iterable<Part>} parts
 * @param {(part: Part) => string | null} check
 */
function first(parts, check) {
  for (const part of parts) {
    const found = check(part);
    if (found !== null) return found;
  }
  return null;
}
