// The columns of the list of drafts: what each is sorted and filtered by, and what is drawn in it.
import {
  columnFilteringFeature,
  constructFilterFn,
  constructSortFn,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table';
import type { Progress } from '../checks/progress.ts';
import type { Draft } from '../report/draft.ts';
import { timeWords } from '../ui/time-words.ts';
import { agencyWords, DraftActions, type DraftHandlers, FoundCell, ProgressCell, YearCell } from './draft-cells.tsx';

/** `progress` is what the order goes by; the cells draw their own as it comes. */
export type DraftRow = {
  readonly draft: Draft;
  readonly progress: Progress | undefined;
  /** What judges drafts did not come. */
  readonly isFailed: boolean;
};

export const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  tableMeta: metaHelper<DraftHandlers & { hrefOf: (id: string) => string }>(),
  columnMeta: metaHelper<{ className?: string; isRowHeader?: boolean }>(),
});

const helper = createColumnHelper<typeof features, DraftRow>();

const byText = constructSortFn({ sort: (a: string, b: string) => a.localeCompare(b, 'zh-CN') });

/** Every word must be in the agency's name or be the year. */
const byWords = constructFilterFn<typeof features, DraftRow>({
  resolveFilterValue: (sought) => String(sought).trim().split(/\s+/),
  filter: (agency, words: readonly string[], row) =>
    words.every((word) => `${agency} ${row.original.draft.year}`.includes(word)),
});

/** One thing that must be corrected comes before all that is only to be looked at. */
const foundRank = ({ must, confirm }: Progress): number => must * 1000 + confirm;

export const columns = helper.columns([
  helper.accessor(({ draft }) => draft.agency, {
    id: 'agency',
    header: '机关',
    sortFn: byText,
    filterFn: byWords,
    cell: ({ row, table }) => <a href={table.options.meta?.hrefOf(row.id)}>{agencyWords(row.original.draft)}</a>,
    meta: { isRowHeader: true },
  }),
  helper.accessor(({ draft }) => draft.year, {
    id: 'year',
    header: '年度',
    sortFn: sortFn_basic,
    cell: ({ row }) => <YearCell draft={row.original.draft} />,
  }),
  helper.accessor(({ progress }) => (progress ? progress.cells.filled / progress.cells.of : -1), {
    id: 'progress',
    header: '进度',
    sortFn: sortFn_basic,
    cell: ({ row }) => <ProgressCell draft={row.original.draft} isFailed={row.original.isFailed} />,
    meta: { className: 'drafts-progress' },
  }),
  helper.accessor(({ progress }) => (progress ? foundRank(progress) : -1), {
    id: 'findings',
    header: '发现',
    sortFn: sortFn_basic,
    cell: ({ row }) => <FoundCell draft={row.original.draft} />,
    meta: { className: 'drafts-found' },
  }),
  helper.accessor(({ draft }) => draft.savedAt, {
    id: 'savedAt',
    header: '上次保存',
    sortFn: sortFn_basic,
    cell: ({ getValue }) => timeWords(getValue()),
    meta: { className: 'small' },
  }),
  helper.display({
    id: 'actions',
    header: '操作',
    cell: ({ row, table: { options } }) =>
      options.meta && (
        <DraftActions draft={row.original.draft} href={options.meta.hrefOf(row.id)} handlers={options.meta} />
      ),
  }),
]);
