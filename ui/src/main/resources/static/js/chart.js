// Charts on ECharts: the page gives the figures as JSON, the tokens give the colours, the table stays beside.
const token = name => {
  const probe = document.createElement('span');
  probe.className = 'visually-hidden';
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};
const number = new Intl.NumberFormat(document.documentElement.lang || undefined, { maximumFractionDigits: 1 });
const minus = text => text.replace('-', '−');
const GWH = 1e6;
const inGwh = value => value === null ? null : Number(value) / GWH;

function look() {
  return {
    ink: token('--ink'), soft: token('--ink-2'), line: token('--line'), paper: token('--raised'),
    one: token('--chart-1'), two: token('--chart-2'), three: token('--chart-3'), out: token('--blocked'), font: getComputedStyle(document.body).fontFamily,
  };
}

function base(c, unit) {
  const axis = { axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false }, axisLabel: { color: c.soft, fontSize: 12 }, splitLine: { lineStyle: { color: c.line } } };
  return {
    animation: false, textStyle: { fontFamily: c.font, color: c.ink },
    grid: { left: 4, right: 24, top: 36, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, backgroundColor: c.paper, borderColor: c.line, textStyle: { color: c.ink, fontSize: 12 }, valueFormatter: v => v === null || v === undefined ? '–' : minus(`${number.format(v)} ${unit}`) },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: c.soft, fontSize: 12 } },
    axis,
    yAxis: { type: 'value', ...axis, axisLabel: { ...axis.axisLabel, formatter: v => minus(number.format(v)) } },
  };
}

/** Receipts down to what is unaccounted: each step starts where the one before ended. */
function waterfall(data, c) {
  const common = base(c, 'GWh');
  let level = 0;
  const foot = [], up = [], down = [], rest = [];
  for (const step of data.steps) {
    const value = inGwh(step.value);
    const end = step.total ? value : level + value;
    const from = step.total ? 0 : level;
    foot.push([from, end]);
    level = step.total ? level : end;
  }
  const bars = data.steps.map((step, i) => ({ value: [i, foot[i][0], foot[i][1]], step }));
  return {
    ...common, legend: undefined, grid: { ...common.grid, top: 24, right: 4 },
    yAxis: { ...common.yAxis, axisLabel: { show: false } },
    tooltip: { ...common.tooltip, formatter: found => { const s = data.steps[found[0].dataIndex]; return minus(`${s.name}\n${number.format(inGwh(s.value))} GWh`); } },
    xAxis: { type: 'category', data: data.steps.map(s => s.name), ...common.axis, axisLabel: { ...common.axis.axisLabel, interval: 0, fontSize: 11 } },
    series: [{
      type: 'custom', data: bars.map(b => b.value), encode: { x: 0, y: [1, 2] },
      renderItem: (params, api) => {
        const step = data.steps[params.dataIndex];
        const from = api.coord([api.value(0), api.value(1)]);
        const to = api.coord([api.value(0), api.value(2)]);
        const width = Math.min(api.size([1, 0])[0] * 0.56, 72);
        const top = Math.min(from[1], to[1]);
        const next = data.steps[params.dataIndex + 1];
        const colour = step.out ? c.out : step.total ? c.three : inGwh(step.value) >= 0 ? c.one : c.two;
        return { type: 'group', children: [
          { type: 'rect', shape: { x: from[0] - width / 2, y: top, width, height: Math.max(Math.abs(from[1] - to[1]), 1) }, style: { fill: colour } },
          { type: 'text', style: { text: minus(number.format(inGwh(step.value))), x: from[0], y: top - 6, align: 'center', verticalAlign: 'bottom', fill: c.ink, fontSize: 12 } },
          ...(next ? [{ type: 'line', shape: { x1: to[0] + width / 2, y1: to[1], x2: to[0] + api.size([1, 0])[0] - width / 2, y2: to[1] }, style: { stroke: c.soft, lineDash: [2, 3] } }] : []),
        ] };
      },
    }],
  };
}

/** Unaccounted gas by day or month with its tolerance band; out of tolerance has its own colour and a wider mark. */
function unaccounted(data, c) {
  const common = base(c, 'GWh');
  return {
    ...common,
    xAxis: { type: 'category', data: data.points.map(p => p.name), ...common.axis },
    series: [
      { name: data.words.unaccounted, type: 'bar', barMaxWidth: 20, itemStyle: { color: c.one }, data: data.points.map(p => ({ value: inGwh(p.unaccounted), itemStyle: p.out ? { color: c.out, borderColor: c.ink, borderWidth: 1 } : {} })) },
      { name: data.words.tolerance, type: 'line', step: 'middle', symbol: 'none', lineStyle: { color: c.soft, width: 1, type: 'dashed' }, itemStyle: { color: c.soft }, data: data.points.map(p => inGwh(p.tolerance)) },
      { type: 'line', step: 'middle', symbol: 'none', lineStyle: { color: c.soft, width: 1, type: 'dashed' }, tooltip: { show: false }, data: data.points.map(p => p.tolerance === null ? null : -inGwh(p.tolerance)) },
    ],
  };
}

/** What came in and went out, month by month. */
function trend(data, c) {
  const common = base(c, 'GWh');
  return {
    ...common,
    xAxis: { type: 'category', data: data.points.map(p => p.name), ...common.axis },
    series: [
      { name: data.words.receipts, type: 'bar', barMaxWidth: 22, itemStyle: { color: c.one }, data: data.points.map(p => inGwh(p.receipts)) },
      { name: data.words.deliveries, type: 'bar', barMaxWidth: 22, itemStyle: { color: c.two }, data: data.points.map(p => inGwh(p.deliveries)) },
      { name: data.words.storage, type: 'line', symbolSize: 6, itemStyle: { color: c.three }, lineStyle: { color: c.three, width: 2 }, data: data.points.map(p => inGwh(p.storage)) },
    ],
  };
}

/** Steps down the page, days across: planned hollow, actual filled; the critical path is marked ◆, outlined and of its own colour. */
function timeline(data, c) {
  const common = base(c, data.words.days);
  const bars = {
    planned: { name: data.words.planned, fill: 'transparent', stroke: c.soft, at: -0.2, of: data.steps.map((s, i) => [i, Number(s.plannedFrom), Number(s.plannedTo)]) },
    actual: { name: data.words.actual, fill: c.one, stroke: c.one, at: 0.2, of: [] },
    critical: { name: `◆ ${data.words.critical}`, fill: c.three, stroke: c.ink, at: 0.2, of: [] },
  };
  data.steps.forEach((s, i) => { if (s.to !== null) bars[s.critical ? 'critical' : 'actual'].of.push([i, Number(s.from), Number(s.to)]); });
  const series = Object.values(bars).map(kind => ({
    name: kind.name, type: 'custom', data: kind.of, encode: { x: [1, 2], y: 0 },
    itemStyle: { color: kind.fill, borderColor: kind.stroke, borderWidth: 1 },
    renderItem: (params, api) => {
      const [from, middle] = api.coord([api.value(1), api.value(0)]);
      const [to] = api.coord([api.value(2), api.value(0)]);
      const band = api.size([0, 1])[1];
      return { type: 'rect', shape: { x: from, y: middle + kind.at * band - band * 0.16, width: Math.max(to - from, 4), height: band * 0.32 }, style: { fill: kind.fill, stroke: kind.stroke, lineWidth: kind === bars.actual ? 0 : 1 } };
    },
  }));
  return {
    ...common,
    grid: { left: 4, right: 24, top: 32, bottom: 24, containLabel: true },
    tooltip: { ...common.tooltip, trigger: 'item', formatter: at => `${data.steps[at.value[0]].name}\n${at.seriesName}: ${minus(`${number.format(at.value[1])} – ${number.format(at.value[2])} ${data.words.days}`)}` },
    xAxis: { type: 'value', name: data.words.days, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: c.soft, fontSize: 12 }, ...common.axis, axisLabel: { ...common.axis.axisLabel, formatter: v => minus(number.format(v)) } },
    yAxis: { type: 'category', inverse: true, data: data.steps.map(s => s.critical ? `◆ ${s.name}` : s.name), ...common.axis, axisLabel: { ...common.axis.axisLabel, color: c.ink, interval: 0 }, splitLine: { show: false } },
    series,
  };
}

const kinds = { waterfall, unaccounted, trend, timeline };

function draw(place) {
  const data = JSON.parse(place.dataset.chart);
  const chart = window.echarts.getInstanceByDom(place) ?? window.echarts.init(place, null, { renderer: 'canvas' });
  const { axis, ...option } = kinds[place.dataset.kind](data, look());
  chart.setOption(option, true);
  return chart;
}

function drawAll(root = document) {
  root.querySelectorAll?.('[data-chart]').forEach(draw);
}

drawAll();
document.addEventListener('tallybook:swapped', event => drawAll(event.detail));
window.addEventListener('resize', () => document.querySelectorAll('[data-chart]').forEach(place => window.echarts.getInstanceByDom(place)?.resize()));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawAll());
