import { describe, expect, it } from 'vitest';
import { keyAt, placesOf } from '../../../client/src/preview/keys';
import type { PageNode } from '../../../client/src/preview/node';
import { type PageState, view } from '../../../client/src/preview/view';
import type { Preview, PreviewResult } from '../../../server/src/lsp/protocol';
import { startClient } from '../../support/lsp-harness';
import { buildReport } from '../../support/report-builder';
import { FAULTY, SOUND } from '../../lsp/texts';
import { FakeElement, newPatcher } from './elements';

async function previewOf(text: string): Promise<Preview> {
  const client = await startClient();
  client.open('file:///report.txt', text);
  const shown = await client.request<PreviewResult>('nianbao/preview', {
    uri: 'file:///report.txt',
    line: 0,
    lastYear: false,
  });
  await client.stop();
  return shown as Preview;
}

const stateOf = (preview: Preview, more: Partial<PageState> = {}): PageState => ({
  words: {
    findings: 'One by one',
    goToSource: 'Go to the text',
    line: 'Line {0}:',
    repair: 'Repair: ',
    lastYear: 'Last year',
    lastYearOf: 'Show {0}',
    noLastYear: 'None',
  },
  preview,
  unavailable: '',
  readOnly: '',
  wantsLastYear: false,
  here: undefined,
  current: {},
  pending: new Map(),
  told: '',
  ...more,
});

const all = (node: PageNode): readonly PageNode[] => [node, ...node.children.flatMap(all)];
const textOf = (node: PageNode): string => node.text + node.children.map(textOf).join('');
const named = (node: PageNode, key: string): PageNode => all(node).find((each) => each.attributes['data-key'] === key)!;

describe('the page', () => {
  it('shows a report as headings, paragraphs and real tables with headers that say what they head', async () => {
    const page = view(stateOf(await previewOf(SOUND)));
    const tags = all(page).map(({ tag }) => tag);
    expect(tags.filter((tag) => tag === 'h1')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'h2')).toHaveLength(6);
    expect(tags.filter((tag) => tag === 'caption')).toHaveLength(3);
    const headers = all(page).filter(({ tag }) => tag === 'th');
    expect(headers.length).toBeGreaterThan(60);
    for (const header of headers) {
      expect(['col', 'colgroup', 'row', 'rowgroup']).toContain(header.attributes['scope']);
      expect(textOf(header)).not.toBe('');
    }
  });

  it('covers a grid without gaps, merged cells included', async () => {
    const tables = all(view(stateOf(await previewOf(SOUND)))).filter(({ tag }) => tag === 'table');
    for (const table of tables) {
      const rows = all(table).filter(({ tag }) => tag === 'tr');
      const taken = rows.map(() => 0);
      rows.forEach((row, i) => {
        for (const { attributes } of row.children)
          for (let down = 0; down < Number(attributes['rowspan'] ?? 1); down++)
            taken[i + down]! += Number(attributes['colspan'] ?? 1);
      });
      expect(new Set(taken).size).toBe(1);
    }
  });

  it('marks what is wrong by colour, sign and words', async () => {
    const page = view(stateOf(await previewOf(FAULTY)));
    const cell = named(page, 'requests new total');
    expect(cell.attributes).toMatchObject({ class: 'value wrong', 'aria-invalid': 'true' });
    expect(textOf(cell)).toContain('✗ 应为 3');
    expect(cell.children.find(({ tag }) => tag === 'button')?.attributes['aria-label']).toContain('总计');
    const dash = named(page, 'requests results-total other-organisation');
    expect(dash.attributes['class']).toBe('value doubtful');
    expect(textOf(dash)).toContain('⚠');
  });

  it('has one cell of each table that Tab leads to, and none of the labels', async () => {
    const preview = await previewOf(SOUND);
    const page = view(stateOf(preview, { current: { requests: 'requests new total' } }));
    const stops = all(page).filter(({ tag, attributes }) => tag === 'td' && attributes['tabindex'] === '0');
    expect(stops.map(({ key }) => key)).toEqual(['requests new total']);
    expect(all(page).filter(({ tag, attributes }) => tag === 'th' && 'tabindex' in attributes)).toEqual([]);
  });

  it('shows what was typed until it stands in the text', async () => {
    const pending = new Map([['requests new total', '99']]);
    const cell = named(view(stateOf(await previewOf(SOUND), { pending })), 'requests new total');
    expect(cell.children[0]).toMatchObject({ text: '99' });
    expect(cell.attributes['class']).toContain('pending');
  });

  it('changes little where little changes', async () => {
    const before = view(stateOf(await previewOf(SOUND)));
    const text = SOUND.replace('三、收到', '\n三、收到').replace(/(行政许可\t+)0/, '$164');
    const after = view(stateOf(await previewOf(text)));
    const patcher = newPatcher();
    const element = patcher.make(before);
    FakeElement.changes = 0;
    patcher.patch(element, before, after);
    // The value alone: everything else has only moved in the text.
    expect(textOf(after)).toContain('64');
    expect(FakeElement.changes).toBe(1);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'command:evil',
    '"><b style="a:b">',
    '{color:red}</style>',
  ])('shows %s in every field as text', async (evil) => {
    const hostile = buildReport({ edition: '2021', values: { new: [evil, 0, 0, 0, 0, 0, 0] } })
      .replace('青禾县水务局', () => `青禾县${evil}水务局`)
      .replace('一、总体情况\n', () => `一、总体情况\n（一）${evil}\n${evil}\n`)
      .replace('规章\t', () => `规章${evil}\t`);
    const page = view(stateOf(await previewOf(hostile), { told: evil, readOnly: evil }));
    expect(textOf(page)).toContain(evil);
    for (const { tag, key, attributes } of all(page)) {
      expect(tag).toMatch(
        /^(main|header|article|p|span|h[123]|button|details|summary|ul|li|div|table|caption|thead|tbody|tr|td|th)$/,
      );
      const allowed =
        /^(data-(key|act|finding|version)|class|role|aria-[a-z]+|title|type|tabindex|scope|colspan|rowspan|disabled)$/;
      expect(
        Object.keys(attributes).filter((name) => !allowed.test(name)),
        key,
      ).toEqual([]);
      // Only these two carry words of a report; the others are ours.
      for (const [name, value] of Object.entries(attributes))
        if (value.includes(evil)) expect(['title', 'aria-label']).toContain(name);
    }
  });
});

describe('places', () => {
  it('lead from the caret to the innermost part and from there to the text', async () => {
    const preview = await previewOf(SOUND);
    const places = placesOf(preview);
    for (const [key, [start, end]] of places) {
      const found = keyAt(places, start)!;
      const [from, to] = places.get(found)!;
      expect(from <= start && to >= start && to - from <= end - start, key).toBe(true);
    }
    const total = SOUND.indexOf('\t3\n') + 1;
    expect(keyAt(places, total)).toBe('requests new total');
    expect(keyAt(places, SOUND.indexOf('四、政府信息公开行政复议') + 2)).toBe('heading 4');
  });

  it('keep their names when something is added above them', async () => {
    const [before, after] = await Promise.all(
      [SOUND, SOUND.replace('一、总体情况\n', '一、总体情况\n新的一段。\n')].map(previewOf),
    );
    const names = [...placesOf(before!).keys()];
    expect(names.filter((key) => !placesOf(after!).has(key))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
