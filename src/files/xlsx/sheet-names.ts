// What the sheets of an exported report are called. A person may rename them; reading then goes by meaning.

export const tableSections = [2, 3, 4] as const;
export type TableSection = (typeof tableSections)[number];

export const tableSheetNames: Readonly<Record<TableSection, string>> = {
  2: '二、主动公开',
  3: '三、申请办理',
  4: '四、复议诉讼',
};
export const textSheetName = '文字';
export const cellSheetName = '数据';
