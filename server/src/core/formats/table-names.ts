/** The tables of the form in its order, as people call them. */
export const TABLE_NAMES = {
  disclosure: { zh: '主动公开政府信息情况表', en: 'Information disclosed proactively' },
  requests: { zh: '收到和处理政府信息公开申请情况表', en: 'Disclosure requests received and handled' },
  review: { zh: '政府信息公开行政复议、行政诉讼情况表', en: 'Reconsideration and litigation' },
} as const;

export type TableId = keyof typeof TABLE_NAMES;
export const TABLE_IDS = Object.keys(TABLE_NAMES) as readonly TableId[];

/** A value for every table. */
export const byTable = <Of>(of: (id: TableId) => Of): Readonly<Record<TableId, Of>> =>
  Object.fromEntries(TABLE_IDS.map((id) => [id, of(id)])) as Record<TableId, Of>;
