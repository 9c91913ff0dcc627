/**
 * 「22（其中修订16件）」 as printed: the figure, and the remark with its brackets, which may stand smaller. Joined they are the text.
 * The remark is empty where there is none.
 */
export function figureParts(printed: string): { readonly figure: string; readonly remark: string } {
  const at = printed.indexOf('（');
  return at < 0 ? { figure: printed, remark: '' } : { figure: printed.slice(0, at), remark: printed.slice(at) };
}
