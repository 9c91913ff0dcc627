// How likely a figure is to be meant in a box, before anything is known of slips: counts of cases are many zeros and few large numbers.

/** log P(n), by a negative binomial distribution of this mean; `spread` is its dispersion, small for many zeros and a long tail. */
export function logCount(n: number, mean: number, spread: number): number {
  if (n < 0) return -30;
  const p = mean / (mean + spread);
  return logGamma(n + spread) - logGamma(spread) - logGamma(n + 1) + spread * Math.log(1 - p) + n * Math.log(p);
}

/** Lanczos (1964), g = 7; right to 1e-13 for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const at = x - 1;
  const sum = coefficients.reduce((sum, c, i) => sum + c / (at + i + 1), 0.9999999999998099);
  const t = at + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}
