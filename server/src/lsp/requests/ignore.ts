import { type ClientCapabilities, MessageType } from 'vscode-languageserver';
import {
  addIgnore,
  confirmationOf,
  ignoreFor,
  message,
  removeIgnore,
  removeIgnores,
  say,
  setBodies,
  type Grounds,
  type Ignore,
  type IgnoreKind,
  type Words,
} from '../../core/index';
import { toRange } from '../to-protocol';
import type { Outcome } from '../config-edits';
import type {
  IgnoreArguments,
  IgnoreResult,
  SetBodiesParams,
  SetBodiesResult,
  TakeBackParams,
  TakeBackResult,
  UnignoreArguments,
} from '../protocol';
import type { Session } from '../session';
import { nameOf } from '../../folder/uri';

/** Whether a client can do what the command asks of it. */
export const canIgnore = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.applyEdit === true && workspace.workspaceEdit?.documentChanges === true;

/**
 * Writes into the folder's configuration that a finding does not apply, or that it was confirmed; the report itself is
 * not touched. Where that cannot be done it is said.
 */
export async function ignoreFinding(session: Session, kind: IgnoreKind, given: IgnoreArguments): Promise<IgnoreResult> {
  const home = (await session.workspace.configs.of(given[0])).uri ?? session.workspace.configs.home(given[0]);
  const ignore = await ignoreOf(session, kind, given);
  if (home === undefined || ignore === undefined || !canIgnore(session.clientCapabilities)) return { written: null };
  const outcome = await session.configEdits.change(home, (text) => addIgnore(text, ignore));
  if (outcome === 'made') return { written: { file: home, ignore } };
  tell(session, outcome, home);
  return { written: null };
}

/** Takes back an ignore that was written. */
export async function takeBack(session: Session, [file, ignore]: UnignoreArguments): Promise<void> {
  const outcome = await session.configEdits.change(file, (text) => removeIgnore(text, ignore));
  if (outcome !== 'made') tell(session, outcome, file);
}

/** nianbao/takeBack: entries that are no longer wanted, out of a configuration in one change. */
export async function takeBackAll(session: Session, { config, ignores }: TakeBackParams): Promise<TakeBackResult> {
  const outcome = await session.configEdits.change(config, (text) => removeIgnores(text, ignores));
  if (outcome !== 'made') tell(session, outcome, config);
  return { taken: outcome === 'made' };
}

/** nianbao/setBodies: the bodies that should report, written into the configuration of a folder. */
export async function setExpectedBodies(
  session: Session,
  { folder, bodies }: SetBodiesParams,
): Promise<SetBodiesResult> {
  const home = session.workspace.configs.home(`${folder}/`);
  if (home === undefined || !canIgnore(session.clientCapabilities)) return { written: null };
  const outcome = await session.configEdits.change(home, (text) => setBodies(text, bodies));
  if (outcome !== 'made') tell(session, outcome, home);
  return { written: outcome === 'made' ? home : null };
}

const tell = (session: Session, outcome: Exclude<Outcome, 'made'>, file: string): void =>
  session.show(MessageType.Warning, say(message(WHY_NOT[outcome], { file: nameOf(file) }), session.locale));

async function ignoreOf(
  session: Session,
  kind: IgnoreKind,
  [uri, rule, line, character, reason, by = '', date]: IgnoreArguments,
): Promise<Ignore | undefined> {
  const read = (await session.open(uri)) ?? (await session.stored(uri));
  const grounds: Grounds = {
    reason: reason ?? USUAL_REASONS[kind],
    ...(by.trim() === '' ? {} : { by }),
    ...(date === undefined ? {} : { date }),
  };
  for (const segment of read?.document.segments ?? []) {
    const finding = session.verdicts.findings(read!, segment).find((other) => {
      const { start } = toRange(segment, other.span);
      return other.rule.id === rule && start.line === line && start.character === character;
    });
    if (finding !== undefined)
      return (kind === 'confirmed' ? confirmationOf : ignoreFor)(segment.report, finding, grounds);
  }
  return undefined;
}

/** For clients that ask for none. */
const USUAL_REASONS: Readonly<Record<IgnoreKind, string>> = { 'not-applicable': '不适用', confirmed: '经核实无误' };

const WHY_NOT: Readonly<Record<Exclude<Outcome, 'made'>, Words>> = {
  unreadable: {
    zh: '{file} 读不出，未作改动，原因见日志。',
    en: '{file} cannot be read; nothing was changed. The log tells why.',
  },
  'not valid': {
    zh: '{file} 不是有效的配置，未作改动。请先改正其中的错误。',
    en: '{file} is not valid; nothing was changed. Please mend it first.',
  },
  refused: { zh: '{file} 未能改动。请保存后再试。', en: '{file} could not be changed. Please save it and try again.' },
};
