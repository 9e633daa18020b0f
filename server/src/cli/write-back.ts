import type { TextEdit } from '../core/index';
import { editBytes } from '../files/edit-bytes';
import { bothOf } from '../files/refusal';
import { OUTSIDE, replaceFile } from '../files/write';
import type { SourceFile } from './files';
import type { Output } from './output';
import { UsageError } from './usage';

/**
 * Writes a file back, its bytes outside of the edits as they were. What was found in a folder is written there or not
 * at all.
 */
export async function writeBack(file: SourceFile, edits: readonly TextEdit[], output: Output): Promise<void> {
  if (edits.every(({ span, newText }) => file.text.slice(span.start, span.end) === newText)) return;
  const bytes = editBytes(file.bytes, file, edits);
  if (bytes === undefined) {
    output.fail(
      `${file.path}: 有 ${file.encoding} 写不出的字符，未改动 (${file.encoding} has no code for a character, left as it is)`,
    );
    return;
  }
  if (file.stats === undefined) throw new UsageError('标准输入和管道不能写回 (--write needs a file to write to)');
  const refusal = await replaceFile(file.path, {
    bytes,
    read: file.stats,
    within: file.named ? undefined : file.folder,
  });
  if (refusal === OUTSIDE) output.note(`${file.path}: ${bothOf(refusal.reason)}`);
  else if (refusal !== undefined) output.fail(`${file.path}: ${bothOf(refusal.reason)}`);
}
