// @ts-check
// Starts the browser-served VS Code on a free port of this machine, with a throw-away user folder.
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { launch, run } from '../../scripts/process.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { codeServer, node } from './install.mjs';

const startLimit = 60_000;

/** Quiet settings: nothing that asks, advertises, updates, saves by itself or reaches for the network. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // In a browser the editor saves by itself, which ends the step that an undo takes back.
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Starts it. An extension under test comes in the page's address; one that is to be there whatever
 * the address is given as `extension`, a folder or a package. `home` is its throw-away
 * folder; `closed` settles when the server has ended.
 *
 * @param {{ extension?: string, settings?: object }} [options]
 */
export async function startVSCode({ extension, settings = {} } = {}) {
  const home = temporaryFolder('vscode');
  const inHome = (name) => path.join(home, name);
  mkdirSync(inHome('extensions'));
  mkdirSync(inHome('user/User'), { recursive: true });
  writeFileSync(inHome('user/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));

  const env = {
    ...process.env,
    // Else it would write into the user's own folders.
    ...{ TMPDIR: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home },
    // No marketplace to look things up in.
    EXTENSIONS_GALLERY: '{}',
  };
  const folders = [
    '--user-data-dir',
    inHome('user'),
    '--extensions-dir',
    inHome('extensions'),
    '--config',
    inHome('config.yaml'),
  ];
  if (extension?.endsWith('.vsix')) await install(extension, folders, env);
  else if (extension) symlinkSync(path.resolve(extension), inHome('extensions/nianbao'));

  const args = [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
    ...[
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    // Without this the page ignores extensionDevelopmentPath and extensionTestsPath in its address.
    ...['--vscode-option', 'enable-smoke-test-driver'],
  ];
  const server = launch(node, [codeServer, ...folders, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const closed = once(server, 'exit');
  const authority = await listening(server);
  return { ...addresses(authority), home, closed };
}

/** Installs a package as a user would. */
async function install(file, folders, env) {
  const status = await run(node, [codeServer, ...folders, '--install-extension', file], { env, quiet: true });
  if (status !== 0) throw new Error(`安装 ${file} 失败，状态 ${status} (installing the package failed)`);
}

/** The host and port the server listens on, once it says so. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (reason) => reject(new Error(`VS Code 未能启动：${reason} (VS Code did not start)\n${said}`));
    const timer = setTimeout(fail, startLimit, `${startLimit / 1000} s`);
    server.once('error', fail);
    server.once('exit', (status) => fail(`exit ${status}`));
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data) => {
        said += data;
        const authority = /server listening on http:\/\/([\d.]+:\d+)/.exec(said)?.[1];
        if (!authority) return;
        clearTimeout(timer);
        resolve(authority);
      });
  });
}

function addresses(authority) {
  /** How the page names a file of this machine. */
  const remote = (file) => `vscode-remote://${authority}${pathToFileURL(path.resolve(file)).pathname}`;
  /** The page's address with a folder open; `payload` holds pairs of a workbench option and its value. */
  const url = (folder, payload = []) => {
    const query = new URLSearchParams({ folder: path.resolve(folder) });
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `http://${authority}/?${query}`;
  };
  return { remote, url };
}
