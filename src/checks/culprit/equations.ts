// Linear equations over cells of whole numbers: which of them say something of their own, and which are broken together.

/** Σ coefficient × value of its cells = constant. Cells are numbers from 0 up; none occurs twice. */
export type Equation = {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly constant: number;
};

export type System = {
  readonly equations: readonly Equation[];
  /** By cell: a safe whole number. */
  readonly values: ArrayLike<number>;
  /** Cells that stand beside one another, as rows and columns do: where figures are exchanged or pasted one place off. */
  readonly lines?: readonly (readonly number[])[];
  /** Cells that may be below zero. */
  readonly isSigned?: (cell: number) => boolean;
};

export type Change = { readonly cell: number; readonly to: number };

/** A system by its cells: what stands in each, and which equations it is in. */
export function indexed({ equations, values, isSigned = () => false }: System) {
  const value = (cell: number): number => values[cell] ?? 0;
  /** By equation: by how much it does not hold. */
  const residual = equations.map(({ cells, coefficients, constant }) =>
    cells.reduce((sum, cell, at) => sum + (coefficients[at] ?? 0) * value(cell), -constant),
  );
  /** By cell: the equations it is in, with its coefficients. */
  const within: { readonly equation: number; readonly coefficient: number }[][] = [];
  equations.forEach(({ cells, coefficients }, equation) => {
    cells.forEach((cell, at) => {
      within[cell] ??= [];
      within[cell].push({ equation, coefficient: coefficients[at] ?? 0 });
    });
  });
  return {
    value,
    residual,
    within,
    of: (cell: number) => within[cell] ?? [],
    isAllowed: (cell: number, to: number): boolean => Number.isSafeInteger(to) && (to >= 0 || isSigned(cell)),
  };
}

export const sizeOf = (equations: readonly Equation[], at: number): number => equations[at]?.cells.length ?? 0;

/** Those of which none follows from the others, in their order; the shortest are kept. */
export function independentOf(equations: readonly Equation[]): readonly Equation[] {
  const order = equations.map((_, at) => at).sort((a, b) => sizeOf(equations, a) - sizeOf(equations, b));
  const rows: { readonly pivot: number; readonly row: Map<number, number> }[] = [];
  const kept: number[] = [];
  for (const at of order) {
    const { cells = [], coefficients = [] } = equations[at] ?? {};
    const row = new Map(cells.map((cell, i) => [cell, coefficients[i] ?? 0]));
    for (const { pivot, row: other } of rows) {
      const times = row.get(pivot) ?? 0;
      if (times === 0) continue;
      for (const [cell, coefficient] of other) {
        const left = (row.get(cell) ?? 0) - times * coefficient;
        if (left === 0) row.delete(cell);
        else row.set(cell, left);
      }
    }
    const [lead] = row;
    if (!lead) continue;
    const [pivot, by] = lead;
    for (const [cell, coefficient] of row) row.set(cell, coefficient / by);
    rows.push({ pivot, row });
    kept.push(at);
  }
  return kept.sort((a, b) => a - b).flatMap((at) => equations[at] ?? []);
}

/** Equations that share a cell, all that are so connected together. */
export function connected(broken: readonly number[], equations: readonly Equation[]): readonly (readonly number[])[] {
  const groups: { readonly equations: number[]; readonly cells: Set<number> }[] = [];
  for (const equation of broken) {
    const cells = equations[equation]?.cells ?? [];
    const [kept, ...joined] = groups.filter((group) => cells.some((cell) => group.cells.has(cell)));
    if (!kept) {
      groups.push({ equations: [equation], cells: new Set(cells) });
      continue;
    }
    kept.equations.push(equation);
    for (const cell of cells) kept.cells.add(cell);
    for (const other of joined) {
      kept.equations.push(...other.equations);
      for (const cell of other.cells) kept.cells.add(cell);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ equations }) => equations);
}

/** The same system with what is broken in `others`, by numbers of equations, taken for granted. */
export function restricted(system: System, others: readonly number[], residual: readonly number[]): System {
  const equations = system.equations.map((equation, at) =>
    others.includes(at) ? { ...equation, constant: equation.constant + (residual[at] ?? 0) } : equation,
  );
  return { ...system, equations };
}

/** The same changes have the same. */
export const keyOf = (changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => a.cell - b.cell)
    .map(({ cell, to }) => `${cell}:${to}`)
    .join(' ');
