import { l10n, type QuickPickItem, window } from 'vscode';
import type { ExportFormat } from '../../../../server/src/exchange/formats';
import type { Extension } from './command';

export interface Choice {
  readonly format: ExportFormat;
  /** What was found is shown in it. */
  readonly marks: boolean;
}

const REMEMBERED = 'nianbao.export';

/** What was chosen last comes first, where Enter takes it. */
export async function askChoice({ context }: Extension): Promise<Choice | undefined> {
  const last = context.globalState.get<string>(REMEMBERED);
  const items: readonly (QuickPickItem & Choice)[] = [
    {
      format: 'docx',
      marks: false,
      label: l10n.t('Word document (.docx)'),
      detail: l10n.t('Set as official documents are, to be handed in'),
    },
    {
      format: 'html',
      marks: false,
      label: l10n.t('Web page (.html)'),
      detail: l10n.t('One file that needs nothing else'),
    },
    {
      format: 'html',
      marks: true,
      label: l10n.t('Web page with what was found (.html)'),
      detail: l10n.t('With the verdict, and marks at wrong cells'),
    },
    {
      format: 'xlsx',
      marks: false,
      label: l10n.t('Excel workbook (.xlsx)'),
      detail: l10n.t('A sheet for each table, totals as formulas'),
    },
    {
      format: 'xlsx',
      marks: true,
      label: l10n.t('Excel workbook with what was found (.xlsx)'),
      detail: l10n.t('With marks at wrong cells, last year’s values beside, and a sheet of all that was found'),
    },
  ];
  const picked = await window.showQuickPick(
    items.toSorted((a, b) => Number(keyOf(b) === last) - Number(keyOf(a) === last)),
    { title: l10n.t('Export the report') },
  );
  if (picked !== undefined) await context.globalState.update(REMEMBERED, keyOf(picked));
  return picked;
}

const keyOf = ({ format, marks }: Choice): string => `${format}${marks ? '+marks' : ''}`;
