import { addIgnore, ignoreFor } from '../../core/index';
import { toRange } from '../convert';
import type { Session } from '../session';

/** The server's command behind 此条不适用; its arguments name a finding of an open document. */
export const IGNORE_COMMAND = 'nianbao.server.ignore';
export type IgnoreArguments = readonly [uri: string, rule: string, line: number, character: number];

/** Writes into the folder's configuration that a finding does not apply; the report itself is not touched. */
export async function ignoreFinding(session: Session, [uri, rule, line, character]: IgnoreArguments): Promise<string | undefined> {
  const open = await session.open(uri);
  const home = (await session.workspace.configs.of(uri)).uri ?? session.workspace.configs.home(uri);
  if (open === undefined || home === undefined) return undefined;
  for (const segment of open.document.segments) {
    const finding = session.verdicts.findings(open, segment).find((other) => {
      const { start } = toRange(segment, other.span);
      return other.rule.id === rule && start.line === line && start.character === character;
    });
    if (finding === undefined) continue;
    const known = await session.runtime.files.read(home);
    const newText = addIgnore(known ?? '', ignoreFor(segment.report, finding, '不适用'));
    const everything = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER >>> 1, character: 0 } };
    const { applied } = await session.connection.workspace.applyEdit({
      documentChanges: [
        ...(known === undefined ? [{ kind: 'create' as const, uri: home, options: { ignoreIfExists: true } }] : []),
        { textDocument: { uri: home, version: null }, edits: [{ range: everything, newText }] },
      ],
    });
    return applied ? home : undefined;
  }
  return undefined;
}
