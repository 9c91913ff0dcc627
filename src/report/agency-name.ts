/** An agency's name without what stands in brackets: 云溪市人民政府（本级）. */
export const withoutAsides = (agency: string): string => agency.replace(/（[^（）]*）|\([^()]*\)/g, '');
