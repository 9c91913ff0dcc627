// Half a character (a lone surrogate): JavaScript keeps one in a text, addresses and files cannot. Programs write them, people
// do not. `isWellFormed` of newer browsers says the same.
const half = /\p{Surrogate}/u;
const halves = /\p{Surrogate}/gu;

export const isWellFormed = (text: string): boolean => !half.test(text);

/** The text with � in the place of each half character, as browsers show it. */
export const wellFormed = (text: string): string => (isWellFormed(text) ? text : text.replace(halves, '\ufffd'));
