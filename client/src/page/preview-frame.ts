import type { FromPage, PageWords, ToPage } from '../preview/messages';
import { t } from './words';

/** The extension's own preview, in a frame of its own: its script and style are the very ones of the editor. */
export class PreviewFrame {
  constructor(
    private readonly frame: HTMLIFrameElement,
    heard: (message: FromPage) => void,
  ) {
    addEventListener('message', ({ source, data }: MessageEvent<FromPage>) => {
      if (source === frame.contentWindow) heard(data);
    });
    // The browser's own menu prints the outer page, and of a frame what is in sight.
    addEventListener('beforeprint', () => {
      const { scrollHeight = 0 } = frame.contentDocument?.documentElement ?? {};
      frame.style.height = `${scrollHeight}px`;
    });
    addEventListener('afterprint', () => (frame.style.height = ''));
    frame.srcdoc = pageOf(textOf('preview-script'), textOf('preview-style'));
  }

  post(message: ToPage): void {
    this.frame.contentWindow?.postMessage(message, '*');
  }

  /** The report alone, parted into pages where it may be. */
  print(): void {
    this.frame.contentWindow?.print();
  }
}

const textOf = (id: string): string => document.getElementById(id)!.textContent ?? '';

const pageOf = (script: string, style: string): string => `<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head><meta charset="utf-8"><title>${t('preview')}</title><style>${style}</style></head>
<body data-words="${escaped(JSON.stringify(words()))}"><script>${script}</script></body>
</html>`;

const words = (): PageWords => ({
  findings: t('findings'),
  goToSource: t('goToSource'),
  line: t('line'),
  repair: t('repair'),
  lastYear: t('lastYear'),
  lastYearOf: t('lastYearOf'),
  noLastYear: t('noLastYear'),
});

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
