import { Lines, parseConfig, say, type Config } from '../core/index';
import type { ReadOptions } from './index';

/** The configuration that options carry; throws where something in it would not hold. */
export function configOf({ config }: ReadOptions): Config {
  if (config === undefined) return {};
  const text = typeof config === 'string' ? config : JSON.stringify(config, undefined, 2);
  const { config: read, problems } = parseConfig(text);
  if (problems.length > 0) {
    const lines = Lines.of(text);
    const said = problems.map(({ span, message }) => `${lines.lineAt(span.start) + 1}: ${say(message, 'zh-CN')}`);
    throw new TypeError(`config: ${said.join('; ')}`);
  }
  return read;
}
