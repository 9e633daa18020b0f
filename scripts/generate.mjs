// @ts-check
// Writes what follows from the rules and the forms: documentation, settings, snippets. `--check` writes nothing and
// fails where a file is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { loadCore, root } from './load-core.mjs';
import { commandDocs } from './command-docs.mjs';
import { configSchema } from './config-schema.mjs';
import { prosePage } from './prose-page.mjs';
import { rulePage, rulesIndex, rulesTable } from './rule-docs.mjs';

/** The folders of the rules' pages by language. */
const RULE_PAGES = { zh: 'docs/rules', en: 'docs/rules/en' };

const core = await loadCore();
const prose = await prosePage();
const commandLine = await commandDocs(core.RULES.map(({ id }) => id));
const stale = [...wantedFiles()].filter(([file, wanted]) => read(file) !== wanted);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is stale: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, wanted] of stale) write(file, wanted);
}

/** Every generated file with what it should hold; `undefined` where it should not be. */
function* wantedFiles() {
  for (const rule of core.RULES) {
    const page = pageOf(rule);
    yield [`${RULE_PAGES.zh}/${rule.id}.md`, rulePage(rule, page, core, 'zh')];
    yield [`${RULE_PAGES.en}/${rule.id}.md`, rulePage(rule, page, core, 'en')];
  }
  yield ['docs/rules/README.md', rulesIndex(core.RULES)];
  const index = core.RULES.map(({ id, name }) => ({ id, name, explanation: core.PAGES[id].explanation }));
  yield ['docs/rules/index.json', `${JSON.stringify(index, undefined, 1)}\n`];
  for (const file of leftovers()) yield [file, undefined];
  yield ['docs/prose.md', prose];
  yield* Object.entries(commandLine);
  yield ['snippets/nianbao.json', json(snippetFile())];
  yield ['schemas/nianbao.config.schema.json', json(configSchema(core))];
  yield ['package.json', withSettings(read('package.json'))];
  yield ['package.nls.json', withEditions(read('package.nls.json'), 'en')];
  yield ['package.nls.zh-cn.json', withEditions(read('package.nls.zh-cn.json'), 'zh')];
  const readme = read('README.md');
  if (readme !== undefined) yield ['README.md', withRules(readme)];
}

function pageOf({ id }) {
  const file = `test/rules/${id}.md`;
  const page = read(file);
  if (page === undefined) throw new Error(`${id} has no page of examples: ${file}`);
  return core.pages.parsePage(page);
}

/** Pages of rules that are no more. */
function leftovers() {
  return Object.values(RULE_PAGES).flatMap((folder) => {
    const full = path.join(root, folder);
    const pages = existsSync(full) ? readdirSync(full) : [];
    return pages
      .filter(
        (name) => name.endsWith('.md') && name !== 'README.md' && !core.RULES.some(({ id }) => name === `${id}.md`),
      )
      .map((name) => `${folder}/${name}`);
  });
}

/** Snippets for editors that take them from a file; `body` is an array of lines there. */
function snippetFile() {
  return Object.fromEntries(
    core
      .snippets(['cells', 'tsv'])
      .map(({ name, prefixes, write }) => [
        name.zh,
        { prefix: prefixes, body: core.toSnippet(write()).split('\n'), description: name.en },
      ]),
  );
}

function withSettings(manifest) {
  const parsed = JSON.parse(manifest);
  parsed.contributes.configuration.properties['nianbao.rules'].properties = Object.fromEntries(
    core.RULES.map((rule) => [rule.id, settingOf(rule)]),
  );
  const choices = { edition: ['auto', ...core.EDITIONS.map(({ id }) => id)], layout: core.TEMPLATE_LAYOUTS };
  for (const [name, values] of Object.entries(choices)) {
    const setting = parsed.contributes.configuration.properties[`nianbao.${name}`];
    setting.enum = values;
    setting.markdownEnumDescriptions = values.map((value) => `%configuration.${name}.${value}%`);
  }
  for (const language of parsed.contributes.languages) language.firstLine = core.FIRST_LINE.source;
  return json(parsed);
}

/** The texts of the settings with those about the editions, behind the one about `auto`. */
function withEditions(texts, language) {
  const prefix = 'configuration.edition.';
  const about = core.EDITIONS.map((edition) => {
    const years = core.yearsOf(edition)[language];
    const text =
      language === 'zh' ? `${edition.source}：${years}的报告。` : `${edition.source}: reports about ${years}.`;
    return [`${prefix}${edition.id}`, text];
  });
  const others = Object.entries(JSON.parse(texts)).filter(
    ([key]) => !key.startsWith(prefix) || key === `${prefix}auto`,
  );
  return json(
    Object.fromEntries(others.flatMap((entry) => (entry[0] === `${prefix}auto` ? [entry, ...about] : [entry]))),
  );
}

function settingOf({ id, name, severity }) {
  const page = `command:nianbao.explainRule?${encodeURIComponent(JSON.stringify([id]))}`;
  return {
    enum: core.RULE_SEVERITIES,
    default: severity,
    markdownDescription: `${name.zh} · ${name.en} ([${id}](${page}))`,
  };
}

function withRules(readme) {
  const table = rulesTable(core.RULES, 'docs/rules/').join('\n');
  return readme.replace(
    /(<!-- rules:begin -->\n)[^]*?(<!-- rules:end -->)/,
    (_, begin, end) => `${begin}\n${table}\n\n${end}`,
  );
}

function read(file) {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function write(file, wanted) {
  const full = path.join(root, file);
  if (wanted === undefined) return rmSync(full);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, wanted);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
