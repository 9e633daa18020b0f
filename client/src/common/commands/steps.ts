import { type InputBox, type QuickPick, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** The user wants to go back to the step before. */
const BACK = Symbol('back');
type Answer<Value> = Value | typeof BACK | undefined;

/** Where a step stands among all. */
interface Place {
  readonly step: number;
  readonly totalSteps: number;
}

/** One question; what was answered before is proposed when it is asked again. */
export type Step<Value> = (place: Place, before: Value | undefined) => Promise<Answer<Value>>;

/** Asks one question after the other, with a way back; `undefined` if the user gives up. */
export async function askInSteps<Values extends readonly unknown[]>(steps: {
  readonly [At in keyof Values]: Step<Values[At]>;
}): Promise<Values | undefined> {
  const answers: unknown[] = [];
  let at = 0;
  while (at < steps.length) {
    const answer = await (steps as readonly Step<unknown>[])[at]!(
      { step: at + 1, totalSteps: steps.length },
      answers[at],
    );
    if (answer === undefined) return undefined;
    if (answer !== BACK) answers[at] = answer;
    at += answer === BACK ? -1 : 1;
  }
  return answers as unknown as Values;
}

/** A question that is answered in words; `problem` says what is wrong with them. */
export function textStep(
  { title, prompt, placeholder, usual }: Readonly<Record<'title' | 'prompt' | 'placeholder' | 'usual', string>>,
  problem: (text: string) => string | undefined,
): Step<string> {
  return (place, before) => {
    const box = window.createInputBox();
    Object.assign(box, { title, prompt, placeholder, value: before ?? usual });
    box.onDidChangeValue((text) => {
      box.validationMessage = problem(text);
    });
    return shown(box, place, () => {
      box.validationMessage = problem(box.value);
      return box.validationMessage === undefined ? box.value : undefined;
    });
  };
}

/** A question that is answered by one of several. */
export function choiceStep<Item extends QuickPickItem>(title: string, items: readonly Item[]): Step<Item> {
  return (place, before) => {
    const list = window.createQuickPick<Item>();
    Object.assign(list, { title, items });
    // Where none is set the first one is, and Enter takes it.
    if (before !== undefined) list.activeItems = [before];
    return shown(list, place, () => list.activeItems[0]);
  };
}

function shown<Value>(
  input: InputBox | QuickPick<QuickPickItem>,
  { step, totalSteps }: Place,
  accepted: () => Value | undefined,
): Promise<Answer<Value>> {
  Object.assign(input, {
    step,
    totalSteps,
    ignoreFocusOut: true,
    buttons: step > 1 ? [QuickInputButtons.Back] : [],
  });
  return new Promise((resolve) => {
    const answer = (value: Answer<Value>): void => {
      resolve(value);
      input.hide();
    };
    input.onDidTriggerButton(() => answer(BACK));
    input.onDidAccept(() => {
      const value = accepted();
      if (value !== undefined) answer(value);
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
