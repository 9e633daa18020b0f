import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const script = (name: string): Promise<unknown> => import(path.join(root, 'scripts', name));

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly licences: readonly string[];
  readonly notices: readonly string[];
}
const { BUNDLES, DECLARATIONS, LIBRARY_BUNDLES, NOTICES, optionsOf } = (await script('bundles.mjs')) as {
  readonly BUNDLES: readonly { readonly to: string }[];
  readonly DECLARATIONS: { readonly to: readonly string[] };
  readonly LIBRARY_BUNDLES: readonly { readonly to: string }[];
  readonly NOTICES: string;
  readonly optionsOf: (bundle: object, root: string) => BuildOptions;
};
const { noticesOf, packagesIn } = (await script('notices.mjs')) as {
  readonly noticesOf: (packages: readonly Package[]) => string;
  readonly packagesIn: (metafiles: readonly Metafile[], root: string) => readonly Package[];
};

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly gypfile?: boolean;
};

let metafiles: readonly Metafile[];
beforeAll(async () => {
  metafiles = await Promise.all(
    BUNDLES.map(
      async (bundle) => (await build({ ...optionsOf(bundle, root), write: false, logLevel: 'silent' })).metafile!,
    ),
  );
}, 60_000);

describe('what is bundled', () => {
  it('is named with its licence in what ships, and nothing else is', () => {
    const packages = packagesIn(metafiles, root);
    expect(packages.map(({ name }) => name)).toContain('vscode-jsonrpc');
    expect(readFileSync(path.join(root, NOTICES), 'utf8')).toBe(noticesOf(packages));
    const imported = metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .filter((input) => input.includes('node_modules/'));
    for (const { name, licences } of packages) {
      expect(
        imported.some((input) => input.includes(`node_modules/${name}/`)),
        name,
      ).toBe(true);
      expect(licences.join().length, name).toBeGreaterThan(200);
    }
  });

  it('cannot be a package without a licence', () => {
    const bare = { name: 'bare', version: '1.0.0', license: 'MIT', licences: [], notices: [] };
    expect(() => noticesOf([bare])).toThrow('bare');
  });

  it('has one version of each package', () => {
    const names = packagesIn(metafiles, root).map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });
});

describe('what ships', () => {
  it('runs nothing when it is installed, and installs nothing else', () => {
    const lifecycle = [
      'preinstall',
      'install',
      'postinstall',
      'prepublish',
      'preprepare',
      'prepare',
      'postprepare',
      'dependencies',
    ];
    expect(Object.keys(manifest.scripts).filter((name) => lifecycle.includes(name))).toEqual([]);
    expect([manifest.dependencies, manifest.gypfile]).toEqual([undefined, undefined]);
  });

  it('is library, command line and server in the package for npm, and nothing of the extension', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const names = files.map((file) => file.path);
    const allowed = [
      /^package\.json$|^(?:README|CHANGELOG)\.md$|^LICENSE$/,
      /^dist\/(?:(?:cli|exchange|library|server)\.js|library\.(?:mjs|d\.ts|d\.mts)|THIRD-PARTY-NOTICES\.txt)$/,
      /^schemas\/[\w.-]+\.json$/,
      /^completions\/(?:_nianbao|nianbao\.(?:bash|fish|ps1))$|^docs\/nianbao\.1$/,
      /^docs\/data\.md$|^docs\/editors\/[\w.-]+$/,
      /^docs\/rules\/(?:(?:en\/)?[a-z-]+\.md|README\.md|index\.json)$/,
    ];
    const needed = [
      'dist/cli.js',
      'dist/server.js',
      'dist/exchange.js',
      ...LIBRARY_BUNDLES.map(({ to }) => to),
      ...DECLARATIONS.to,
      NOTICES,
    ];
    expect(names.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
    expect([...needed, 'LICENSE', 'docs/rules/balance-mismatch.md'].filter((name) => !names.includes(name))).toEqual(
      [],
    );
  }, 60_000);
});
