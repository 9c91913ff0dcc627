// A list that a workbook refers to by position (shared texts, fonts, looks): what is said again keeps its number.

export function createNumbered(first: readonly string[] = []) {
  const numbers = new Map(first.map((one, at) => [one, at]));
  return {
    /** Counted from 0. */
    numberOf(one: string): number {
      const number = numbers.get(one) ?? numbers.size;
      numbers.set(one, number);
      return number;
    },
    all: (): readonly string[] => [...numbers.keys()],
  };
}
