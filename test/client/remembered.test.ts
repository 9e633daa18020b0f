import { describe, expect, it } from 'vitest';
import { RememberedFiles, type Memory } from '../../client/src/common/recognition/remembered';

function memory(): Memory {
  const kept = new Map<string, unknown>();
  return {
    get: <Value>(key: string, otherwise: Value) => (kept.get(key) as Value | undefined) ?? otherwise,
    update: async (key, value) => void kept.set(key, value),
  };
}

describe('files of which the user has said something', () => {
  it('are known again in the next session, until the user says otherwise', () => {
    const shared = memory();
    const first = new RememberedFiles(shared, 'files');
    first.add('file:///a.txt');
    first.add('file:///b.txt');
    first.delete('file:///b.txt');
    const next = new RememberedFiles(shared, 'files');
    expect(['a', 'b'].map((name) => next.has(`file:///${name}.txt`))).toEqual([true, false]);
  });

  it('are forgotten when there are very many others', () => {
    const files = new RememberedFiles(memory(), 'files');
    for (let i = 0; i <= 500; i++) files.add(`file:///${i}.txt`);
    expect([files.has('file:///0.txt'), files.has('file:///500.txt')]).toEqual([false, true]);
  });
});
