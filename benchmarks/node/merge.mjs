// node merge.mjs TOOL TEMPLATE DATA.json FOLDER: merges and writes a letter for each object of the data, and
// prints the seconds it took, after a few letters that do not count.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const [tool, template, data, folder] = process.argv.slice(2);
const WARM = 20;

const tools = {
  docxtemplater() {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    const file = readFileSync(template);
    return async (fields) => {
      const word = new Docxtemplater(new PizZip(file), { linebreaks: true });
      word.render(fields);
      return word.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    const file = readFileSync(template);
    return (fields) => handler.process(file, fields);
  },
  carbone() {
    const render = promisify(require("carbone").render);
    return (fields) => render(template, fields);
  },
};

const merge = tools[tool]();
const letters = JSON.parse(readFileSync(data, "utf8"));
const write = async (fields, number) => writeFileSync(join(folder, `${number}.docx`), await merge(fields));

for (const [number, fields] of letters.slice(0, WARM).entries()) await write(fields, number);
const start = process.hrtime.bigint();
for (const [number, fields] of letters.entries()) await write(fields, number);
console.log(Number(process.hrtime.bigint() - start) / 1e9);
process.exit(0);
