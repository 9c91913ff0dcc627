// A plain chart of a few figures over a few years, as SVG that stands by itself: it is saved as it is drawn. Values are written at
// their marks, so that neither colour nor height alone says anything.
import type { ReactNode, Ref } from 'react';
import type { YearChart } from '../compare/years.ts';

const width = 720;
const height = 340;
const margin = { top: 64, right: 20, bottom: 34, left: 56 };
const colours = ['#1d4f85', '#c2571a', '#3c7a3f', '#7b4fa3', '#8a6d00', '#5b6672'];
const font = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

export function Chart({
  chart,
  years,
  svg,
}: {
  chart: YearChart;
  years: readonly number[];
  svg: Ref<SVGSVGElement>;
}): ReactNode {
  const { title, kind, series } = chart;
  const known = series.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const top = niceTop(Math.max(0, ...known));
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const y = (value: number): number => margin.top + inner.height * (1 - value / top);
  const step = inner.width / Math.max(1, years.length);
  const middle = (year: number): number => margin.left + step * (year + 0.5);
  return (
    <svg
      ref={svg}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}，数字见下表`}
      fontFamily={font}
      fontSize="12"
    >
      <rect width={width} height={height} fill="#ffffff" />
      <text x={width / 2} y="22" textAnchor="middle" fontSize="16" fontWeight="600" fill="#1c2430">
        {title}
      </text>
      {series.map(({ name }, at) => (
        <g key={name} transform={`translate(${margin.left + at * (inner.width / series.length)}, 42)`}>
          <rect width="12" height="12" fill={colours[at]} />
          <text x="17" y="10.5" fill="#1c2430">
            {name}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <line x1={margin.left} x2={width - margin.right} y1={y(top * part)} y2={y(top * part)} stroke="#cdd5df" />
          <text x={margin.left - 8} y={y(top * part) + 4} textAnchor="end" fill="#4d5968">
            {top * part}
          </text>
        </g>
      ))}
      {years.map((year, at) => (
        <text key={year} x={middle(at)} y={height - 12} textAnchor="middle" fill="#1c2430">
          {year} 年
        </text>
      ))}
      {series.map(({ name, values }, at) =>
        kind === 'line' ? (
          <Line key={name} points={pointsOf(values, middle, y)} isBelow={at % 2 === 1} colour={colours[at]} />
        ) : (
          <Bars
            key={name}
            values={values}
            place={{ at, of: series.length, step }}
            middle={middle}
            y={y}
            colour={colours[at]}
          />
        ),
      )}
    </svg>
  );
}

type Point = { readonly x: number; readonly y: number; readonly value: number };

function pointsOf(
  values: readonly (number | undefined)[],
  x: (year: number) => number,
  y: (value: number) => number,
): readonly Point[] {
  return values.flatMap((value, at) => (value === undefined ? [] : [{ x: x(at), y: y(value), value }]));
}

/** Every other line has its figures below, so that two lines near each other can both be read. */
function Line(props: { points: readonly Point[]; isBelow: boolean; colour: string | undefined }): ReactNode {
  const { points, isBelow, colour } = props;
  return (
    <g fill={colour}>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth="2.5"
      />
      {points.map(({ x, y, value }) => (
        <g key={x}>
          <circle cx={x} cy={y} r="4" />
          <text x={x} y={isBelow ? y + 18 : y - 8} textAnchor="middle" fontWeight="600">
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bars(props: {
  values: readonly (number | undefined)[];
  place: { readonly at: number; readonly of: number; readonly step: number };
  middle: (year: number) => number;
  y: (value: number) => number;
  colour: string | undefined;
}): ReactNode {
  const { values, place, middle, y, colour } = props;
  const bar = Math.min(46, (place.step * 0.84) / place.of);
  const offset = (place.at - place.of / 2) * bar;
  return (
    <g fill={colour}>
      {pointsOf(values, middle, y).map(({ x, y: top, value }) => (
        <g key={x}>
          <rect x={x + offset + 1} y={top} width={bar - 2} height={Math.max(0, y(0) - top)} />
          <text x={x + offset + bar / 2} y={top - 4} textAnchor="middle" fontSize={bar < 26 ? 9 : 11}>
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A round number not below the largest, that four parts divide. */
function niceTop(largest: number): number {
  if (largest <= 4) return 4;
  const size = 10 ** Math.floor(Math.log10(largest));
  const steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((times) => Math.round(times * size));
  return steps.find((top) => top >= largest && top % 4 === 0) ?? Math.ceil(largest / 4) * 4;
}
