import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/core/index';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['server/src', 'client/src'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file));
/** Packages without a host of their own that the pure core may use. */
const PURE_PACKAGES = ['get-east-asian-width', 'jsonc-parser'];
const MOST_LINES = 400;
/** The rooms of the core, the lowest first. */
const CORE_LAYERS = [
  'text',
  'formats',
  'messages',
  'settings',
  'model',
  'reading',
  'sums',
  'prose',
  'collection',
  'context',
  'writing',
  'explaining',
  'rules',
  'config',
  'check',
  'reviewing',
  'showing',
  'features',
  'completion',
  'index',
];

function filesBelow(folder: string): readonly string[] {
  const full = path.join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** What a file imports or exports from: other source files by their paths, everything else as it is written. */
function importsOf(file: string, types: 'with types' | 'without types' = 'with types'): readonly string[] {
  const statements = textOf(file).matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms);
  const dynamic = [...textOf(file).matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, name]) => name!);
  const named = [...statements]
    .filter(([, type]) => types === 'with types' || type === undefined)
    .map(([, , name]) => name!);
  return [...named, ...dynamic].map((name) => (name.startsWith('.') ? resolved(file, name) : name));
}

function resolved(from: string, name: string): string {
  const target = path.posix.join(path.posix.dirname(from), name);
  const found = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].find((file) => SOURCES.includes(file));
  return found ?? target;
}

/** Imports that a rule does not allow, as `file → import`. */
const offences = (files: readonly string[], allows: (imported: string) => boolean): readonly string[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !allows(imported))
      .map((imported) => `${file} → ${imported}`),
  );

const below = (folder: string): readonly string[] => SOURCES.filter((file) => file.startsWith(`${folder}/`));

describe('the layers', () => {
  it('are there', () => {
    for (const folder of [
      'server/src/core',
      'server/src/folder',
      'server/src/lsp',
      'server/src/node',
      'server/src/browser',
    ])
      expect(below(folder)).not.toEqual([]);
  });

  it('let the core import itself alone', () => {
    expect(
      offences(below('server/src/core'), (name) => name.startsWith('server/src/core/') || PURE_PACKAGES.includes(name)),
    ).toEqual([]);
  });

  it('keep every host out of the core', () => {
    const hosts = /'(?:node:|vscode)|\bprocess\.|\bconsole\.|\brequire\(|\bsetTimeout\b|\bDate\b|\bIntl\b|toLocale/;
    const code = (file: string): string => textOf(file).replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    expect(below('server/src/core').filter((file) => hosts.test(code(file)))).toEqual([]);
  });

  it('let folders know the core by its face, and no host', () => {
    const allowed = (name: string): boolean =>
      name === 'server/src/core/index.ts' || name.startsWith('server/src/folder/');
    expect(offences(below('server/src/folder'), allowed)).toEqual([]);
  });

  it('let what is a bundle of its own take none of the core with it, but types', () => {
    const own = below('server/src/exchange').flatMap((file) =>
      importsOf(file, 'without types')
        .filter((name) => name.startsWith('server/src/core/') || name.startsWith('node:'))
        .map((name) => `${file} → ${name}`),
    );
    expect(own).toEqual([]);
  });

  it('let the language server know the core by its face, and no host', () => {
    const allowed = (name: string): boolean =>
      name === 'server/src/core/index.ts' ||
      name.startsWith('server/src/folder/') ||
      name.startsWith('server/src/lsp/') ||
      ['vscode-languageserver', 'vscode-languageserver-textdocument'].includes(name);
    expect(offences(below('server/src/lsp'), allowed)).toEqual([]);
  });

  it('let the server’s hosts know the core by its face', () => {
    const hosts = below('server/src').filter((file) => !file.startsWith('server/src/core/'));
    expect(
      offences(hosts, (name) => !name.startsWith('server/src/core/') || name === 'server/src/core/index.ts'),
    ).toEqual([]);
  });

  it('let the client know of the server its messages, what threads are asked for, and the pure core alone', () => {
    const allowed = (name: string): boolean =>
      !name.startsWith('server/src/') ||
      [
        'server/src/lsp/protocol.ts',
        'server/src/folder/report-files.ts',
        'server/src/exchange/formats.ts',
        'server/src/exchange/works.ts',
      ].includes(name) ||
      name.startsWith('server/src/core/');
    expect(offences(below('client/src'), allowed)).toEqual([]);
  });

  it('let the command line print in one place, so that what others wrote is made fit to show', () => {
    const printing = /\bstd(?:out|err)\b(?:\.|\s*[,}][^\n]*= process)|\bconsole\./;
    expect(below('server/src/cli').filter((file) => printing.test(textOf(file)))).toEqual(['server/src/cli/main.ts']);
  });

  it('let the server’s side write files beside and rename them, so that none is ever half written', () => {
    const writing = /\b(?:writeFile|appendFile|createWriteStream|copyFile|rename|truncate)(?:Sync)?\b/;
    expect(below('server/src').filter((file) => writing.test(textOf(file)))).toEqual([
      'server/src/files/new-file.ts',
      'server/src/files/write.ts',
    ]);
  });

  it('keep Node out of what runs in a browser', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file) || !SOURCES.includes(file)) return;
      reached.add(file);
      importsOf(file, 'without types').forEach(visit);
    };
    visit('server/src/browser/main.ts');
    visit('client/src/browser/extension.ts');
    expect(offences([...reached], (name) => !name.startsWith('node:') && !name.endsWith('/node'))).toEqual([]);
  });

  it('of the core stand on those below them alone', () => {
    const layerOf = (name: string): number => CORE_LAYERS.indexOf(/^server\/src\/core\/([^/.]+)/.exec(name)?.[1] ?? '');
    expect(below('server/src/core').filter((file) => layerOf(file) < 0)).toEqual([]);
    const upwards = below('server/src/core').flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('server/src/core/') && layerOf(name) > layerOf(file))
        .map((name) => `${file} → ${name}`),
    );
    expect(upwards).toEqual([]);
  });

  it('let no rule know of another', () => {
    const ids = new Set(RULES.map(({ id }) => `server/src/core/rules/${id}.ts`));
    expect(offences([...ids], (name) => !ids.has(name))).toEqual([]);
  });

  it('have the units, numbers and titles that the core looks for from one lexicon', () => {
    const copies = /件\|宗|宗\|份|\[?〇?一二三四五六七八九十(?:百千)?\]|\[〇零一|年报\)|报告\|年报/;
    expect(below('server/src/core').filter((file) => copies.test(textOf(file)))).toEqual([
      'server/src/core/text/lexicon.ts',
    ]);
  });

  it('import in no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const imported of importsOf(file, 'without types'))
        if (SOURCES.includes(imported)) visit(imported, [...trail, file]);
      done.add(file);
    };
    for (const file of SOURCES) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('source files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    expect(SOURCES.filter((file) => textOf(file).split('\n').length > MOST_LINES + 1)).toEqual([]);
  });

  it('are named in kebab case', () => {
    expect(SOURCES.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(path.posix.basename(file)))).toEqual(
      [],
    );
  });
});

describe('ARCHITECTURE.md', () => {
  it('names files and folders that are there', () => {
    const page = existsSync(path.join(ROOT, 'ARCHITECTURE.md')) ? textOf('ARCHITECTURE.md') : '';
    const named = [
      ...page.matchAll(/`((?:server|client|test|scripts|docs|syntaxes|media|samples)\/[^`\s*<>{}…]*)`/g),
    ].map(([, name]) => name!.replace(/[/.,]+$/, ''));
    expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it('has every room of the sources on its map, and every folder of the project', () => {
    const map = textOf('ARCHITECTURE.md').split('## Map')[1]!.split('\n## ')[0]!;
    const foldersIn = (folder: string): readonly string[] =>
      readdirSync(path.join(ROOT, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && filesBelow(path.posix.join(folder, entry.name)).length > 0)
        .map(({ name }) => name);
    const rooms = foldersIn('server/src/core').map((name) => `server/src/core/${name}`);
    const sides = foldersIn('server/src').map((name) => (name === 'core' ? 'server/src/core/text' : name));
    const missing = [...rooms, ...sides].filter((name) => !new RegExp(`\`(?:server/src/)?${name}\``).test(map));
    expect(missing).toEqual([]);
    expect(foldersIn('client/src').filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
    const elsewhere = ['server', 'client', 'node_modules', 'dist', 'out'];
    const others = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !elsewhere.includes(entry.name))
      .map(({ name }) => name);
    expect(others.filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
  });
});
