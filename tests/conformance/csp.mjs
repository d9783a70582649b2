import { readFileSync } from "node:fs";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

for (const policy of JSON.parse(readFileSync(0, "utf8"))) {
  const said = new CspEvaluator(new CspParser(policy).csp).evaluate();
  const findings = said.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE); // the rest depends on what a site hosts
  const messages = findings.map(({ directive, value, description }) => `${directive} ${value ?? ""}: ${description}`);
  console.log(JSON.stringify({ policy, messages }));
}
