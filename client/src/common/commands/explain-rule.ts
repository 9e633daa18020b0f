import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import type { Words } from '../../../../server/src/core/formats/types';
import { REPORT } from '../language';
import type { Command } from './command';

/** Links anywhere may call this command: what they pass must not lead out of the folder of rule pages. */
const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** Shows the page of a rule; asks which one where none is told, or several are. */
export const explainRule: Command = async ({ context }, argument) => {
  const pages = Uri.joinPath(context.extensionUri, 'docs/rules');
  const language = languageOfFindings();
  const told = (Array.isArray(argument) ? argument : [argument]).filter(
    (id): id is string => typeof id === 'string' && RULE_ID.test(id),
  );
  const id = told.length === 1 ? told[0] : await askRule(pages, told, language);
  if (id === undefined) return;
  await commands.executeCommand(
    'markdown.showPreview',
    Uri.joinPath(pages, ...(language === 'en' ? ['en'] : []), `${id}.md`),
  );
};

/** The pages speak as the findings do. */
function languageOfFindings(): 'zh' | 'en' {
  const locale = workspace.getConfiguration(REPORT, window.activeTextEditor?.document).get<string>('locale');
  return locale === 'en' || (locale === 'auto' && !env.language.startsWith('zh')) ? 'en' : 'zh';
}

/** What the generated index of the rule pages says of one. */
interface IndexedRule {
  readonly id: string;
  readonly name: Words;
  readonly explanation: Words;
}

/** Asks for one of some rules, or of all. */
async function askRule(pages: Uri, some: readonly string[], language: 'zh' | 'en'): Promise<string | undefined> {
  const index = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(pages, 'index.json')));
  const rules = (JSON.parse(index) as readonly IndexedRule[]).filter(
    ({ id }) => some.length === 0 || some.includes(id),
  );
  const items = rules.map(({ id, name, explanation }) => ({
    id,
    label: name[language],
    description: id,
    detail: explanation[language],
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Which rule?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
