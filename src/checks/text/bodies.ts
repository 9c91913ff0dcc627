// Whose number it is: a body that is named in a sentence is the report's own, by any of the ways to shorten its name, or another.

const endings =
  /(?:人民政府|政府办公室|政府办公厅|政府办|政府|办公室|街道办事处|街道办|街道|管理委员会|委员会|管委会|分局|支队|大队|法院|检察院|中心|医院|学校|[局委厅镇乡])/g;

/** A body's name within a run of text: where it ends, and whether it is `agency`. */
export type NamedBody = { readonly end: number; readonly isOwn: boolean };

/** What is done at or to a body is not done by it. */
const notActing = /^(?:在|被|向|经|报|对|以|与|同|从|按|根据|由于|为|将|于|并|按照|通过|接受)/;
const notBody = /^(?:网站|官网|门户|网|微信|公众|大楼|印发|要求|文件|公报|规章|信息|主任|局长)/;

/** The first body that acts in `run`, a stretch of text without marks and known words; undefined where none does. */
export function bodyIn(run: string, agency: string): NamedBody | undefined {
  let from = 0;
  let last: NamedBody | undefined;
  for (const { 0: ending, index } of run.matchAll(endings)) {
    const end = index + ending.length;
    const name = run.slice(from, end).replace(/^(?:及其|和|及|与|其中|另外|此外|同时|是|了)/, '');
    from = end;
    if (name.length < 2 || notActing.test(name) || notBody.test(run.slice(end))) continue;
    const body = { end, isOwn: isOwn(name, agency) };
    if (!body.isOwn) return body;
    last = body;
  }
  return last;
}

/**
 * Whether a name means the agency: its signs stand in the agency's name in the same order, and both are bodies of the same kind.
 * 区卫健局 is 柳荫区卫生健康局; a whole 县 is its government's and not one of its offices'.
 */
export function isOwn(name: string, agency: string): boolean {
  if (agency === '') return false;
  const isGovernment = /(?:人民政府|政府)$/.test(name);
  if (isGovernment && !/(?:政府|政府办公室|政府办公厅)$/.test(agency)) return false;
  if (/[镇乡]$|街道(?:办)?$/.test(name) && !/(?:政府|街道|办事处)$/.test(agency)) return false;
  let at = agency.length - 1;
  for (let sign = name.length - 1; sign >= 0; sign--) {
    while (at >= 0 && agency[at] !== name[sign]) at--;
    if (at < 0) return false;
    at--;
  }
  return true;
}

/** The level of the whole area that a government reports for: 县 of 青渚县人民政府; undefined of a department. */
export function levelOf(agency: string): string | undefined {
  const name = agency.replace(/（[^（）]*）/g, '');
  return /([省市州县区旗盟镇乡])(?:人民)?政府$|([区])管理委员会$|([区])管委会$/.exec(name)?.slice(1).find(Boolean);
}
