// Comes before pdf.js. Its worker's half takes any worker that it finds itself in for its own, and answers its messages; it does not where
// there is a window.
Object.assign(globalThis, { window: globalThis });
