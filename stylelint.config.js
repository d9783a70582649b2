// Biome formats the styles; Stylelint finds mistakes, and whatever would not be mirrored in Arabic.
const BLOCK = "[a-z]+(-[a-z0-9]+)*";

export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // Right to left is free where no property, unit or value names a side of the screen. `margin` and `padding` name
    // none as long as both sides get the same.
    "property-layout-mappings": ["flow-relative", { ignoreProperties: ["margin", "padding", "overflow-x"] }],
    "declaration-property-max-values": { margin: 3, padding: 3 },
    "unit-layout-mappings": "flow-relative",
    "value-keyword-layout-mappings": "flow-relative",
    // Our names are BEM's: block, block__element, block--modifier. The theme's names are so, too.
    "selector-class-pattern": `^${BLOCK}(__${BLOCK})?(--${BLOCK})?$`,
    "custom-property-pattern": `^${BLOCK}(--${BLOCK})?$`,
    // Rules of one block stand close together; empty lines set parts of a file apart.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "declaration-empty-line-before": null,
    "rule-empty-line-before": null,
  },
};
