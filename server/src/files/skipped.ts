import type { Locale } from '../core/index';
import type { Skipped, SkipReason } from './find';

const SKIP_REASONS: Readonly<Record<SkipReason, Readonly<Record<Locale, string>>>> = {
  'other-program': {
    'zh-CN': '须先导入的 Word、Excel、网页、PDF 年报',
    en: 'reports in Word, Excel, HTML or PDF, to be imported first',
  },
  'too-large': { 'zh-CN': '过大', en: 'too large' },
  'too-deep': { 'zh-CN': '过深', en: 'too deep' },
  link: { 'zh-CN': '不通或绕回的链接', en: 'links that lead nowhere or around' },
  'not-regular': { 'zh-CN': '不是普通文件', en: 'not regular files' },
  hidden: { 'zh-CN': '隐藏', en: 'hidden' },
};

/** What was passed over, by reason and with one example each. */
export function skippedLine(skipped: readonly Skipped[], locale: Locale): string {
  const parts = Object.entries(SKIP_REASONS).flatMap(([reason, words]) => {
    const ofReason = skipped.filter((one) => one.reason === reason);
    const example = ofReason[0]?.path ?? '';
    if (locale === 'en')
      return ofReason.length === 0
        ? []
        : [`${words.en} ${ofReason.length} (${example}${ofReason.length > 1 ? ' …' : ''})`];
    return ofReason.length === 0
      ? []
      : [`${words['zh-CN']} ${ofReason.length}（${example}${ofReason.length > 1 ? ' 等' : ''}）`];
  });
  return locale === 'en' ? `Not looked at: ${parts.join(', ')}` : `未查看：${parts.join('，')}`;
}
