import { ChangeAnnotation, type Position, MessageType } from 'vscode-languageserver';
import {
  message,
  recompute,
  rowAround,
  say,
  unreadRows,
  wordsIn,
  type Locale,
  type Row,
  type Segment,
  type Table,
  type TotalChange,
  type Words,
} from '../../core/index';
import { toTextEdit, toWorkspaceEdit } from '../to-protocol';
import type { RecomputeArguments, RecomputeParams, RecomputeResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { locate } from '../from-protocol';

const LABEL: Words = { zh: '重新合计', en: 'Recompute totals' };
const CHANGE: Words = { zh: '{name}：{before} → {after}', en: '{name}: {before} → {after}' };
const SUSPECT: Words = { zh: '「{name}」{from} 应为 {to}', en: '“{name}” {from} should be {to}' };
const DOUBT: Words = {
  zh: '疑为{named}，不宜只改这个总计',
  en: 'Probably {named}, and not this total alone',
};
const BLANK: Words = { zh: '空白', en: 'blank' };
const NOTHING: Words = {
  zh: '各项总计均等于各部分之和，无需改动。',
  en: 'Every total is the sum of its parts; nothing to change.',
};

const CANNOT_APPLY: Words = {
  zh: '此编辑器不能按要求修改文件，未作改动。',
  en: 'This editor cannot change files on request; nothing was changed.',
};

interface Part {
  readonly segment: Segment;
  readonly table: Table;
  readonly row?: Row;
}

/** nianbao/recompute: what would change, for a client that shows it in its own way. */
export async function recomputation(
  session: Session,
  { uri, scope, position }: RecomputeParams,
): Promise<RecomputeResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const { locale } = open.settings;
  const parts = partsOf(open, scope, position);
  return {
    version: open.version,
    place: scope === 'report' ? null : nameOf(parts[0], locale),
    unread: parts.flatMap(({ table, row }) => unreadRows(table).filter((unread) => row === undefined || row === unread))
      .length,
    edits: changesIn(session, open, parts).map(({ segment, change }) => ({
      ...toTextEdit(segment, change),
      name: wordsIn(change.name, locale),
      before: change.before,
      doubt: doubtOf(change, locale),
    })),
  };
}

/** The server's own command: editors that can do so show every change and ask whether it shall be made. */
export async function recomputeTotals(session: Session, [uri, line]: RecomputeArguments): Promise<void> {
  const open = await session.open(uri);
  if (open === undefined) return;
  const { locale } = open.settings;
  const parts = line === undefined ? partsOf(open, 'report') : partsOf(open, 'table', { line, character: 0 });
  const changes = changesIn(session, open, parts);
  if (changes.length === 0) {
    session.show(MessageType.Info, wordsIn(NOTHING, locale));
    return;
  }
  const { workspaceEdit, applyEdit } = session.clientCapabilities.workspace ?? {};
  if (applyEdit !== true) {
    session.show(MessageType.Warning, wordsIn(CANNOT_APPLY, locale));
    return;
  }
  const edits = changes.map(({ segment, change }) => toTextEdit(segment, change));
  const edit =
    workspaceEdit?.changeAnnotationSupport === undefined
      ? toWorkspaceEdit(uri, open.version, edits, workspaceEdit?.documentChanges === true)
      : {
          documentChanges: [
            {
              textDocument: { uri, version: open.version },
              edits: edits.map((one, i) => ({ ...one, annotationId: `total ${i}` })),
            },
          ],
          changeAnnotations: Object.fromEntries(
            changes.map(({ change }, i) => [`total ${i}`, ChangeAnnotation.create(describe(change, locale), true)]),
          ),
        };
  await session.client.ask((connection) => connection.workspace.applyEdit({ label: wordsIn(LABEL, locale), edit }));
}

/** The tables, or the one row, that a scope takes in; none where the position lies in no table or row. */
function partsOf(open: OpenDocument, scope: RecomputeParams['scope'], position?: Position): readonly Part[] {
  if (scope === 'report')
    return open.document.segments.flatMap((segment) => segment.report.tables.map((table) => ({ segment, table })));
  const at = position === undefined ? undefined : locate(open, position);
  if (at === undefined) return [];
  const { table, row } = rowAround(at.segment.report, at.offset);
  if (table === undefined || (scope === 'row' && row === undefined)) return [];
  return [{ segment: at.segment, table, ...(scope === 'row' ? { row: row! } : {}) }];
}

const changesIn = (session: Session, open: OpenDocument, parts: readonly Part[]) =>
  parts.flatMap(({ segment, table, row }) =>
    recompute(session.verdicts.context(open, segment), table, row).map((change) => ({ segment, change })),
  );

function nameOf(part: Part | undefined, locale: Locale): string | null {
  return part === undefined ? null : wordsIn((part.row ?? part.table).form.name, locale);
}

function describe(change: TotalChange, locale: Locale): string {
  const { name, before, newText } = change;
  const doubt = doubtOf(change, locale);
  const told = say(message(CHANGE, { name, before: before === '' ? BLANK : before, after: newText }), locale);
  return doubt === null ? told : `${told} — ${doubt}`;
}

function doubtOf({ suspects }: TotalChange, locale: Locale): string | null {
  if (suspects.length === 0) return null;
  const named = suspects.map(({ place: { row, cell }, from, to }) =>
    say(
      message(SUSPECT, {
        name: {
          zh: `${row.form.name.zh}·${cell.column.name.zh}`,
          en: `${row.form.name.en} · ${cell.column.name.en}`,
        },
        from: cell.value.kind === 'blank' ? BLANK : from,
        to,
      }),
      locale,
    ),
  );
  return say(message(DOUBT, { named: named.join(locale === 'en' ? ', ' : '、') }), locale);
}
