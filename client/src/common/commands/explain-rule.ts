import { commands, env, l10n, Uri, window } from 'vscode';
import type { Command } from './command';

/** Links anywhere may call this command: what they pass must not lead out of the folder of rule pages. */
const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** Shows the page of a rule; asks which one where it is not told. */
export const explainRule: Command = async ({ context }, argument) => {
  const id = typeof argument === 'string' && RULE_ID.test(argument) ? argument : await askRule();
  if (id === undefined) return;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(context.extensionUri, 'docs/rules', `${id}.md`));
};

async function askRule(): Promise<string | undefined> {
  // Loaded when somebody asks: the rules weigh more than the rest of the client's own code.
  const { RULES } = await import('../../../../server/src/core/rules/index');
  const language = env.language.startsWith('zh') ? 'zh' : 'en';
  const items = RULES.map(({ id, name, explanation }) => ({ id, label: name[language], description: id, detail: explanation[language] }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which rule?'), matchOnDescription: true, matchOnDetail: true });
  return picked?.id;
}
