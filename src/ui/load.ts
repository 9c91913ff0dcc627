// The one way to load what the first screen does without, but for components (part.tsx). It rejects with words to show.

/** The server is gone, or it has another version of the app by now. The message is for people. */
export class NotLoaded extends Error {
  constructor(name: string, cause: unknown) {
    super(`“${name}”没有读进来：可能连不上服务器，或者程序刚更新过。请再试一次；还不行，请刷新页面。`, { cause });
  }
}

/** `name` is what it is called on the screen. Each call asks anew for what has not come so far. */
export async function load<T>(from: () => Promise<T>, name: string): Promise<T> {
  try {
    return await from();
  } catch (error) {
    throw new NotLoaded(name, error);
  }
}

/** What went wrong, in a sentence or two. */
export function failureWords(error: unknown): string {
  return error instanceof NotLoaded ? error.message : `程序出了点问题（${String(error)}）。`;
}
