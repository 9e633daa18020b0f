import type { Words } from '../formats/types';
import { EDITIONS } from '../formats/editions';
import { canonicalBody } from './body-name';

/** A day of the year after the one that a report is about, `MM-DD`. */
export type Day = string;

/** By when reports have to be published; a folder's own days are those of a local notice. */
export interface Deadlines {
  readonly body?: Day | undefined;
  readonly government?: Day | undefined;
}

export interface Deadline {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly basis: Words;
}

/** 条例第四十九条, in force when the first report on an official form was due. */
const STATUTORY: Readonly<Record<keyof Deadlines, { readonly day: Day; readonly basis: Words }>> = {
  body: {
    day: '01-31',
    basis: {
      zh: '条例第四十九条：县级以上人民政府部门应在1月31日前公布',
      en: 'Regulations, article 49: departments of governments at county level and above by 31 January',
    },
  },
  government: {
    day: '03-31',
    basis: {
      zh: '条例第四十九条：县级以上地方人民政府的年度报告应在3月31日前公布',
      en: 'Regulations, article 49: local governments at county level and above by 31 March',
    },
  },
};

const OWN: Words = { zh: 'nianbao.config.json 中的期限', en: 'the deadline in nianbao.config.json' };

const GOVERNMENT = /(?<![乡镇])人民政府$/;
/** The article speaks of county level and above; of towns and streets local notices do. */
const BELOW_COUNTY = /[乡镇]人民政府$|街道(?:办事处)?$/;
/** The bare name of a place leaves open who reports. */
const PLACE = /[省市区县州盟旗乡镇]$/;

/**
 * By when the report of a body about a year has to be published; `undefined` for years before the form, and where no
 * rule names a day.
 */
export function deadlineOf(
  { body, year }: { readonly body: string; readonly year: number },
  local: Deadlines = {},
): Deadline | undefined {
  const name = canonicalBody(body);
  if (year < EDITIONS[0]!.firstYear || PLACE.test(name)) return undefined;
  const kind = GOVERNMENT.test(name) ? 'government' : 'body';
  const statutory = BELOW_COUNTY.test(name) ? undefined : STATUTORY[kind];
  const ownDay = local[kind];
  const rule = ownDay === undefined ? statutory : { day: ownDay, basis: OWN };
  if (rule === undefined) return undefined;
  const [month, day] = rule.day.split('-').map(Number) as [number, number];
  return { year: year + 1, month, day, basis: rule.basis };
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that every year has. */
export function isDay(text: string): text is Day {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  return month !== undefined && Number(day) >= 1 && Number(day) <= (LENGTHS[Number(month) - 1] ?? 0);
}
