/** The one style sheet. No page has styles of its own, so that nothing else needs to be allowed. */
export const style = `
:root {
	color-scheme: light dark;
	--ground: #f5f4f0; --sheet: #ffffff; --sunk: #faf9f7; --ink: #20262c; --dim: #606a73; --line: #e2dfd8; --soft: #eceae4;
	--link: #22598f; --took: #6d93b8; --draft: #b7791f; --good: #2a7549; --warn: #935c00; --bad: #b02d26; --note: #55608c;
	--warn-ground: #fdf3dd; --bad-ground: #fcebe9; --good-ground: #e8f4ec; --button: #23435f; --on-button: #ffffff;
}
@media (prefers-color-scheme: dark) {
	:root {
		--ground: #121518; --sheet: #1a1e22; --sunk: #171b1e; --ink: #e3e7ea; --dim: #98a3ac; --line: #2b3137; --soft: #23282d;
		--link: #86b7e8; --took: #5b84ad; --draft: #d29a4a; --good: #74c494; --warn: #e4b25c; --bad: #f08a80; --note: #a5afdd;
		--warn-ground: #2c2413; --bad-ground: #321b19; --good-ground: #16281d; --button: #86b7e8; --on-button: #10161b;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
	margin: 0; background: var(--ground); color: var(--ink);
	font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
	font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible {
	outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px;
}
h1 { font-size: 20px; line-height: 1.25; margin: 0; font-weight: 650; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { font-size: 14px; margin: 0; font-weight: 650; }
p { margin: 0; }
.dim { color: var(--dim); }
.small { font-size: 12.5px; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .note { color: var(--note); } .off { color: var(--dim); }

.top { background: var(--sheet); border-bottom: 1px solid var(--line); }
.top > div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 20px; min-height: 46px; }
.top, main { padding: 0 20px; }
.top > div { max-width: 1240px; margin: 0 auto; }
main { max-width: 1280px; margin: 0 auto; }
main { padding-top: 18px; padding-bottom: 28px; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.brand { font-weight: 700; color: var(--ink); letter-spacing: -0.01em; }
nav { display: flex; flex-wrap: wrap; gap: 2px 16px; flex: 1; }
nav a { color: var(--dim); padding: 12px 0 10px; border-bottom: 2px solid transparent; }
nav a[aria-current] { color: var(--ink); border-color: var(--ink); }
nav a:hover { color: var(--ink); text-decoration: none; }

.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; }
.head > * { min-width: 0; }
.head > .end { margin-left: auto; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
.sheet > header { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; padding: 11px 16px 10px; border-bottom: 1px solid var(--line); }
.sheet > header > .end { margin-left: auto; }
.sheet > .in { padding: 14px 16px; }
.two { display: grid; gap: 16px; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: start; }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(112px, 1fr)); overflow: hidden; gap: 1px; background: var(--line); }
.tiles > * { background: var(--sheet); padding: 10px 16px 11px; color: inherit; }
.tiles > a:hover { background: var(--sunk); text-decoration: none; }
.tiles b { display: block; font-size: 21px; line-height: 1.2; font-weight: 600; letter-spacing: -0.02em; }
.tiles span { color: var(--dim); font-size: 12.5px; }
.tiles .zero b { color: var(--dim); font-weight: 500; }

.say { border-radius: 10px; padding: 11px 16px; border: 1px solid var(--line); border-left-width: 4px; background: var(--sheet); overflow-wrap: anywhere; }
.say.bad { background: var(--bad-ground); border-color: var(--bad); }
.say.warn { background: var(--warn-ground); border-color: var(--warn); }
.say.good { background: var(--good-ground); border-color: var(--good); }
.say > * { color: var(--ink); }
.say b { font-weight: 650; }

form.find { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
input, select, textarea, button, .button { font: inherit; color: inherit; border-radius: 7px; border: 1px solid var(--line); }
input, select, textarea { background: var(--sheet); padding: 6px 10px; min-height: 34px; min-width: 0; }
input[type=search] { flex: 1 1 200px; max-width: 340px; }
textarea { width: 100%; min-height: 76px; resize: vertical; display: block; }
button, .button { display: inline-block; background: var(--sheet); padding: 5px 12px; min-height: 34px; line-height: 22px; cursor: pointer; color: var(--link); white-space: nowrap; }
button:hover, .button:hover { border-color: var(--dim); text-decoration: none; }
.button.small { min-height: 28px; padding: 2px 10px; }
button.go { background: var(--button); border-color: var(--button); color: var(--on-button); font-weight: 600; padding: 7px 18px; }
button.go:hover { filter: brightness(1.1); }
.acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }

table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 500; color: var(--dim); font-size: 12.5px; padding: 8px 12px; white-space: nowrap; border-bottom: 1px solid var(--line); }
td { padding: 8px 12px; border-bottom: 1px solid var(--soft); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child > td { border-bottom: 0; }
th:first-child, td:first-child { padding-left: 16px; } th:last-child, td:last-child { padding-right: 16px; }
tbody tr:hover { background: var(--sunk); }
.n { text-align: right; white-space: nowrap; }
td.zero { color: var(--dim); }
td.act { text-align: right; white-space: nowrap; }
td .button + .button { margin-left: 6px; }
td.act form { display: inline-flex; flex-wrap: nowrap; max-width: 100%; vertical-align: top; margin-right: 6px; }
td.act select, td.act form button { min-height: 28px; padding: 2px 10px; }
td.id { min-width: 112px; }
td b, td strong { font-weight: 600; }
td.name, td time { white-space: nowrap; }
td > .under { display: block; color: var(--dim); font-size: 12.5px; }
td.n > .under { white-space: normal; }
td > .under.bad { color: var(--bad); } td > .under.warn { color: var(--warn); }

.state { white-space: nowrap; }
.state::before { content: "\\25CF"; font-size: 10px; margin-right: 7px; vertical-align: 1px; }
.state.bad::before { content: "\\25A0"; } .state.warn::before { content: "\\25B2"; } .state.off::before { content: "\\25CB"; } .state.note::before { content: "\\25C6"; }
.stores .state { white-space: normal; display: inline-block; padding-left: 17px; text-indent: -17px; }

svg { display: block; }
.spark { width: 110px; height: 22px; }
rect.took { fill: var(--took); } rect.fell { fill: var(--bad); } rect.hit { fill: transparent; }
g:hover > rect.hit { fill: var(--ink); opacity: 0.07; }
.plot { margin: 0; }
.plot svg { width: 100%; height: 150px; }
.plot figcaption { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 10px; color: var(--dim); font-size: 12.5px; }
.grid { stroke: var(--soft); vector-effect: non-scaling-stroke; } .axis { stroke: var(--dim); vector-effect: non-scaling-stroke; }
.key { display: inline-block; width: 9px; height: 9px; border-radius: 2px; margin-right: 6px; background: var(--took); } .key.fell { background: var(--bad); }
.ticks { display: flex; justify-content: space-between; color: var(--dim); font-size: 12px; margin-top: 4px; }
.share { display: grid; grid-template-columns: auto minmax(30px, 1fr) auto; gap: 6px 12px; align-items: center; }
.key.draft { background: var(--draft); }
svg.bar { width: 100%; height: 6px; margin: 4px 0; } .bar rect { fill: var(--took); } .bar .ground { fill: var(--soft); }
.bar.draft rect { fill: var(--draft); } .bar.draft .ground { fill: var(--soft); }
th.bars, td.bars { width: 34%; min-width: 130px; } .key.draft { margin-left: 10px; }
form.try { display: grid; gap: 14px; } form.try .acts { align-items: end; gap: 12px; } form.try input { width: 84px; }
textarea.code { min-height: 260px; font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.share svg { width: 100%; height: 6px; } .share rect { fill: var(--took); } .share .ground { fill: var(--soft); }

dl { display: grid; grid-template-columns: minmax(90px, max-content) minmax(0, 1fr); gap: 7px 18px; margin: 0; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
.narrow { max-width: 680px; width: 100%; margin: 0 auto; display: grid; gap: 16px; }
.narrow form, .narrow .in { display: grid; gap: 14px; }
label { display: grid; gap: 5px; }
.empty { padding: 26px 16px; text-align: center; color: var(--dim); }
.more { display: flex; justify-content: space-between; gap: 12px; padding: 10px 16px; border-top: 1px solid var(--line); }

@media (max-width: 820px) {
	.two { grid-template-columns: minmax(0, 1fr); }
	.top, main { padding-left: 12px; padding-right: 12px; }
	main { padding-top: 12px; gap: 12px; }
	nav { order: 3; flex-basis: 100%; gap: 0 12px; font-size: 13px; } nav a { padding: 4px 0 8px; }
	.top > div { padding-top: 10px; gap: 4px 12px; } .top .end { margin-left: auto; }
	.tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); } .tiles > * { padding: 8px 12px 9px; } .tiles b { font-size: 18px; }
	.tiles > :last-child:nth-child(3n+1) { grid-column: 1 / -1; } .tiles > :last-child:nth-child(3n+2) { grid-column: span 2; }
	thead { display: none; }
	table, tbody { display: block; }
	tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); grid-auto-flow: dense; gap: 2px 10px; padding: 10px 14px; border-bottom: 1px solid var(--soft); }
	tr:last-child { border-bottom: 0; }
	td, td:first-child, td:last-child { display: block; padding: 0; border: 0; text-align: left; }
	.head > .end { margin-left: 0; flex-basis: 100%; }
	td.n { text-align: left; }
	td[data-label]::before { content: attr(data-label); display: block; color: var(--dim); font-size: 11.5px; }
	td.wide, td.act { grid-column: 1 / -1; } td.half { grid-column: span 2; } td.none { display: none; }
	td.act { padding-top: 6px; } td.act .button, td.act select, td.act form button { min-height: 34px; padding: 5px 14px; }
	.stores .state { margin-bottom: 2px; }
	.plot svg { height: 120px; }
	input[type=search] { max-width: none; flex-basis: 100%; } select { flex: 1 1 40%; }
	input, select, textarea, textarea.code { font-size: 16px; }
	td.bars { width: auto; } form.try .acts > label { flex: 1 1 90px; } form.try input { width: 100%; } form.try button { flex: 1 1 100%; }
	dl { grid-template-columns: minmax(0, 1fr); gap: 1px; } dd { margin-bottom: 8px; }
}
@media (max-width: 420px) {
	nav { display: grid; grid-template-columns: repeat(3, auto); justify-content: start; justify-items: start; gap: 0 24px; }
}
`;
