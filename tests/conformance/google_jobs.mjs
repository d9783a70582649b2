import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const vocabulary = JSON.parse(readFileSync(new URL("schemaorg.jsonld", import.meta.url), "utf8"));

// The validator looks for an address in one place: a posting in several is looked at once for each.
const single = (posting) =>
  Array.isArray(posting.jobLocation) ? posting.jobLocation.map((jobLocation) => ({ ...posting, jobLocation })) : [posting];

for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const { jsonld = {} } = new WebAutoExtractor({ addLocation: true }).parse(readFileSync(file, "utf8"));
  const postings = (jsonld.JobPosting ?? []).flatMap(single);
  const issues = await new Validator(vocabulary).validate({ jsonld: { ...jsonld, JobPosting: postings } });
  const messages = issues
    .filter(({ severity }) => severity === "ERROR")
    .map(({ issueMessage, path }) => `${path.map((part) => part.property ?? part.type).join(".")}: ${issueMessage}`);
  console.log(JSON.stringify({ file, types: Object.keys(jsonld), messages }));
}
