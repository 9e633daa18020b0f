import { Uri } from 'vscode';
import { activeReport } from '../active-report';
import { isNode } from '../reviewing/node';

/**
 * The files that a command was called on: those selected in the explorer, the report of the view's tree, else the
 * report of the active editor.
 */
export function chosenFiles(argument: unknown, more: unknown): readonly Uri[] {
  if (Array.isArray(more) && more.length > 0 && more.every((each) => each instanceof Uri)) return more as Uri[];
  if (argument instanceof Uri) return [argument];
  if (isNode(argument, 'report')) return [Uri.parse(argument.grouped.listed.uri)];
  const active = activeReport()?.uri;
  return active === undefined ? [] : [active];
}
