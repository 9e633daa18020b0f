// @ts-check
// Downloads the desktop VS Code with @vscode/test-electron and prints where its program lies.
// A program of its own, because a download that is given up cannot be stopped otherwise.
import path from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const patience = 15_000;

let shown = -1;
const watchdog = setTimeout(() => {
  console.error(`${patience / 1000} 秒内没有连接，放弃下载 (no connection, download given up)`);
  process.exit(1);
}, patience);

const reporter = {
  report({ stage, bytesSoFar, totalBytes }) {
    if (stage !== 'downloading' || !bytesSoFar) return;
    clearTimeout(watchdog);
    const tenths = Math.floor((10 * bytesSoFar) / totalBytes);
    if (tenths !== shown) console.error(`正在下载 VS Code ${tenths * 10}% (downloading)`);
    shown = tenths;
  },
  error(error) {
    console.error(String(error));
  },
};

try {
  const cachePath = path.join(import.meta.dirname, '../.vscode-test');
  console.log(await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: patience - 5_000, reporter }));
} catch (error) {
  console.error(`无法下载 VS Code (cannot download VS Code): ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  clearTimeout(watchdog);
}
