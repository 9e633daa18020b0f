import { commands, Disposable } from 'vscode';
import { tellFailure } from '../tell';
import type { Command, Extension } from './command';
import { checkFolder } from './check-folder';
import { compareReports } from './compare-reports';
import { convertLayout } from './convert-layout';
import { exportReport } from './export-report';
import { filesWritten } from './files-written';
import { explainRule } from './explain-rule';
import { fixAll } from './fix-all';
import { exportOverview } from './export-overview';
import { confirm, ignore, undoLapsed, undoSetAside } from './ignore';
import { importReport } from './import-report';
import { insertMissingSections } from './insert-missing-sections';
import { insertTemplate } from './insert-template';
import { newFromLastYear } from './new-from-last-year';
import { newReport } from './new-report';
import { openPreview, openPreviewToSide } from './open-preview';
import { openSample } from './open-sample';
import { recompute } from './recompute';
import { reopenInEncoding } from './reopen-in-encoding';
import { reviewLetter } from './review-letter';
import { showActions } from './show-actions';
import { takeBodies } from './take-bodies';
import { toggleInlayHints } from './toggle-inlay-hints';
import { totalReports } from './total-reports';
import { useAsReport } from './use-as-report';
import { type Key } from '../typing/key-effect';
import { NO_KEY } from '../typing/table-keys';

const pressing =
  (key: Key): Command =>
  async ({ keys }, argument) =>
    argument === NO_KEY ? undefined : keys.press(key);

/**
 * All commands by their name without prefix. The last three are no part of the manifest: they are offered at the right
 * moment alone.
 */
const COMMANDS: Readonly<Record<string, Command>> = {
  newReport,
  newFromLastYear,
  insertTemplate,
  insertMissingSections,
  useAsReport,
  fixAll,
  recompute,
  convertLayout,
  toggleInlayHints,
  openPreview,
  openPreviewToSide,
  nextCell: pressing('next'),
  previousCell: pressing('previous'),
  nextRow: pressing('line'),
  exportReport,
  importReport,
  explainRule,
  openSample,
  checkFolder,
  reviewLetter,
  totalReports,
  compareReports,
  confirm,
  ignore,
  undoSetAside,
  undoLapsed,
  exportOverview,
  takeBodies,
  stopCheck: async ({ review }) => review.stop(),
  groupReports: ({ review }) => review.group(),
  filterReports: ({ review }) => review.filterBy(),
  clearReportFilter: async ({ review }) => {
    review.setFilter('');
    review.within(undefined);
  },
  showActions,
  restartServer: ({ server }) => server.restart(),
  showLog: async ({ log }) => log.show(),
  reopenInEncoding,
  filesWritten,
  stopAsking: ({ recognition }) => recognition.stopAsking(),
};

export function registerCommands(extension: Extension): Disposable {
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([name, run]) =>
      commands.registerCommand(`nianbao.${name}`, (argument?: unknown, selected?: unknown) =>
        run(extension, argument, selected).catch((error: unknown) => void tellFailure(error, extension.log)),
      ),
    ),
  );
}
