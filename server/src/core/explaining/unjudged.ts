import type { Words } from '../formats/types';
import type { UnjudgedReason } from '../model/report';

/** Why a text is not judged, in a sentence without its full stop. */
export const UNJUDGED: Readonly<Record<UnjudgedReason, Words>> = {
  nothing: {
    zh: '未识别为年度报告：六个部分不足两个，也没有格式中的表格',
    en: 'No annual report was recognised: fewer than two of the six sections, and no table of the form',
  },
  'other-kind': {
    zh: '这是学校、医院或公共企事业单位的信息公开报告，不按本格式核对',
    en: 'A report of a school, hospital or public utility: other rules apply, it is not checked',
  },
  'earlier-form': {
    zh: '这是2018年度或以前的报告，当时用另一种格式，不按本格式核对',
    en: 'A report about 2018 or before: it follows an earlier form, it is not checked',
  },
  'about-the-form': {
    zh: '这是关于年度报告格式或编制的文件，不是年度报告，不核对',
    en: 'A text about the form of the reports, not a report: it is not checked',
  },
  'run-together': {
    zh: '表格的各格之间没有分隔，读不出，未核对',
    en: 'The cells of the tables are not apart: nothing could be read or checked',
  },
};
