// What says the same as before stays the same object, so that nobody who shows it draws again.

/** The old value, if the new one is written the same. For plain data. */
export function unchanged<Value>(old: Value | undefined, next: Value): Value {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next;
}

/** The old list, if the new one has the same objects in it. */
export function unchangedList<Item>(old: readonly Item[] | undefined, next: readonly Item[]): readonly Item[] {
  return old?.length === next.length && next.every((item, at) => item === old[at]) ? old : next;
}

/** The new list, with the old one's object for each item that is written the same as one of them. For plain data with ids. */
export function unchangedItems<Item extends { readonly id: string }>(
  old: readonly Item[],
  next: readonly Item[],
): readonly Item[] {
  const byId = new Map(old.map((item) => [item.id, item]));
  return unchangedList(
    old,
    next.map((item) => unchanged(byId.get(item.id), item)),
  );
}
