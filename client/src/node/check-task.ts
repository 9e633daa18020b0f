import process from 'node:process';
import {
  type Disposable,
  l10n,
  ProcessExecution,
  Task,
  TaskGroup,
  type TaskDefinition,
  tasks,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';

const TYPE = 'nianbao';
/** The first that takes a line has it: the last would take all, as errors. */
const MATCHERS = ['$nianbao-warning', '$nianbao-information', '$nianbao'];

interface CheckDefinition extends TaskDefinition {
  /** What is checked, from the folder on; the folder itself where it is left out. */
  readonly path?: string;
}

/** The task 检查本文件夹: the command line that the extension brings along, with its findings among the problems. */
export function provideCheckTasks(extensionUri: Uri): Disposable {
  const taskFor = (folder: WorkspaceFolder, definition: CheckDefinition): Task => {
    const task = new Task(
      definition,
      folder,
      l10n.t('Check this folder'),
      TYPE,
      execution(folder, definition),
      MATCHERS,
    );
    task.group = TaskGroup.Test;
    return task;
  };
  // The editor’s own program runs the command line: none has to be installed.
  const execution = ({ uri }: WorkspaceFolder, { path = '.' }: CheckDefinition): ProcessExecution =>
    new ProcessExecution(process.execPath, [Uri.joinPath(extensionUri, 'dist/cli.js').fsPath, 'check', path], {
      cwd: uri.fsPath,
      // No progress between the lines that the matchers read.
      env: { ELECTRON_RUN_AS_NODE: '1', TERM: 'dumb' },
    });
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskFor(folder, { type: TYPE })),
    resolveTask: ({ definition, scope }) =>
      typeof scope === 'object' ? taskFor(scope, definition as CheckDefinition) : undefined,
  });
}
