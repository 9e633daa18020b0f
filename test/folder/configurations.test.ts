import { describe, expect, it } from 'vitest';
import { say } from '../../server/src/core/index';
import { Configurations } from '../../server/src/folder/configurations';

/** Configurations in memory; what was told of each last. */
function configurationsOf(files: Record<string, string | Error>) {
  const told: Record<string, readonly string[]> = {};
  const read: string[] = [];
  const configurations = new Configurations({
    files: {
      read: async (uri) => {
        read.push(uri);
        const content = files[uri];
        if (content instanceof Error) throw content;
        return content;
      },
    },
    tell: (uri, problems) =>
      (told[uri] = problems.map(({ start, message }) => `${start.line}:${start.character} ${say(message, 'en')}`)),
    unreadable: (uri, error) => (told[uri] = [String(error)]),
  });
  return { configurations, told, read };
}

const CONFIG = 'nianbao.config.json';
const OFF = '{"rules":{"row-total-mismatch":"off"}}';

describe('the configuration that holds for a file', () => {
  it('is the nearest one, up to the root, each folder being asked once', async () => {
    const { configurations, read } = configurationsOf({ [`file:///${CONFIG}`]: OFF, [`file:///a/b/${CONFIG}`]: '{}' });
    expect((await configurations.of('file:///a/c/x.txt')).uri).toBe(`file:///${CONFIG}`);
    expect((await configurations.of('file:///a/b/c/x.txt')).uri).toBe(`file:///a/b/${CONFIG}`);
    expect(await configurations.of('untitled:Untitled-1')).toEqual({ config: {}, uri: undefined });
    await configurations.of('file:///a/c/y.txt');
    expect(read).toEqual([...new Set(read)]);
  });

  it('is the default where the nearest cannot be read: what stands above does not count instead', async () => {
    const { configurations, told } = configurationsOf({
      [`file:///${CONFIG}`]: OFF,
      [`file:///a/${CONFIG}`]: new Error('a folder'),
    });
    expect((await configurations.of('file:///a/x.txt')).config).toEqual({});
    expect(told).toEqual({ [`file:///a/${CONFIG}`]: ['Error: a folder'] });
  });

  it.each<[string, string]>([
    ['large', `{"rules":{"row-total-mismatch":"off"}}${' '.repeat(50_000_000)}`],
    ['ten thousand levels deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['full of prototypes', '{"__proto__":{"rules":{"row-total-mismatch":"off"}}}'],
    ['with a prototype among its rules', '{"rules":{"__proto__":{"row-total-mismatch":"off"}}}'],
    ['with a constructor among its deadlines', '{"deadlines":{"constructor":"01-01"}}'],
  ])('is the default where it is %s, and that is one problem at its place', async (_, text) => {
    const uri = `file:///a/${CONFIG}`;
    const { configurations, told } = configurationsOf({ [uri]: text });
    const { config } = await configurations.of('file:///a/x.txt');
    expect(config.rules?.['row-total-mismatch']).toBeUndefined();
    expect(({} as Record<string, unknown>)['rules']).toBeUndefined();
    expect(told[uri]).toHaveLength(1);
  });
});

describe('what is wrong with a configuration', () => {
  it('is told again only when it changed, and taken back when it is mended, moved or its folder closed', async () => {
    const uri = `file:///a/${CONFIG}`;
    const files: Record<string, string> = { [uri]: '{"rulez":1}' };
    const { configurations, told } = configurationsOf(files);
    await configurations.of('file:///a/x.txt');
    expect(told[uri]).toHaveLength(1);
    files[uri] = '{}';
    await configurations.changed('file:///%61/nianbao.config.json');
    expect(told[uri]).toEqual([]);
    files[uri] = '[';
    await configurations.changed(uri);
    await configurations.of('file:///a/x.txt');
    expect(told[uri]).toHaveLength(1);
    Reflect.deleteProperty(files, uri);
    await configurations.changed(uri);
    expect(told[uri]).toEqual([]);
    files[uri] = '[';
    await configurations.changed(uri);
    await configurations.of('file:///a/x.txt');
    configurations.closed('file:///b');
    expect(told[uri]).toHaveLength(1);
    configurations.closed('file:///a');
    expect(told[uri]).toEqual([]);
  });
});
