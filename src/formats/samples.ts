// A filled-in report of an invented agency for each format, to look at and to test with.
// Apart from the registry, because it is words that the first screen does not need.
import type { Content } from '../report/draft.ts';
import { sample2019 } from './format-2019/sample.ts';
import { sample2021 } from './format-2021/sample.ts';
import type { FormatId } from './registry.ts';

export const samples: Readonly<Record<FormatId, Content>> = { '2019': sample2019, '2021': sample2021 };
