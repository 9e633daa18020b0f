import mammoth from 'mammoth';
import type { Words } from '../core/index';
import { packed, type Parts } from './archive';
import { blocksOfPage } from './read-html';
import { TOO_MUCH } from './refusal';
import type { Imported } from './works';

/**
 * The most bytes of XML that a document may have in all its parts: the library takes seconds for each million. A report
 * takes one million at most.
 */
const MOST = 4_000_000;

/** A Word document. Its text goes through a web page, in which merged cells and line breaks are told as such. */
export async function blocksOfWord(parts: Parts): Promise<Imported> {
  // Building blocks for writing are none of the document.
  const own = new Map([...parts].filter(([name]) => !name.startsWith('word/glossary/')));
  if ([...own.values()].reduce((sum, { length }) => sum + length, 0) > MOST) throw TOO_MUCH;
  const bytes = packed(own);
  let pictures = 0;
  // In Node the library takes the first, in a browser the second; each is unknown to the other.
  const input = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, {
    ignoreEmptyParagraphs: false,
    styleMap: ["p[style-name='Title'] => h1:fresh"],
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(() => {
      pictures++;
      return Promise.resolve({ src: '' });
    }),
  });
  const { blocks, notes } = blocksOfPage(value, { isFromWord: true });
  return { blocks, notes: [...(pictures === 0 ? [] : [picturesLeft(pictures)]), ...notes] };
}

const picturesLeft = (count: number): Words => ({
  zh: `有 ${count} 张图片未导入`,
  en: `${count} pictures were not imported`,
});
