/** More in it than in any report: whoever reads stops there, and the reader says so. */
export class TooMuch extends Error {}
