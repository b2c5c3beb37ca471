// SPDX-License-Identifier: Apache-2.0
// How the page looks, on a phone, on paper, by day and by night; data only.

extension HTMLReport {
  /// Never holds `</style`; its digest is in the policy of the page.
  static let styleSheet = """
    :root {
      color-scheme: light dark;
      --page: #f6f7f9; --card: #ffffff; --text: #1c2430; --soft: #535e6d; --line: #d9dee5;
      --link: #1f5fb8; --code: #f1f3f6;
      --passed: #1b7340; --warned: #8a5a00; --failed: #b3261e; --inconclusive: #6a3fa5;
      --skipped: #566070; --passed-tint: #e3f3e9; --warned-tint: #fbefd3;
      --failed-tint: #fce6e4; --inconclusive-tint: #efe7fa; --skipped-tint: #eaedf1;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
        monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #12161c; --card: #1a2029; --text: #e4e8ee; --soft: #a7b1bf; --line: #323b47;
        --link: #8ab8ff; --code: #11151b;
        --passed: #6fd196; --warned: #e8bd5a; --failed: #ff9a91; --inconclusive: #cbb0ff;
        --skipped: #aab4c2; --passed-tint: #173325; --warned-tint: #392c10;
        --failed-tint: #431d1b; --inconclusive-tint: #2d2343; --skipped-tint: #28303b;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--page); color: var(--text);
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
      overflow-wrap: anywhere;
    }
    header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1rem; }
    h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    ul, ol { list-style: none; }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); line-height: 1.2; font-weight: 650; }
    h2 { font-size: 1.3rem; font-weight: 650; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1.05rem; font-weight: 650; }
    h4 { font-size: .95rem; font-weight: 600; margin: 1rem 0 .35rem; }
    h4 small { font-weight: 400; color: var(--soft); margin-left: .75rem; }
    h5 { font-size: .95rem; font-weight: 600; }
    a { color: var(--link); text-underline-offset: .15em; }
    a, summary, input, button, section, h3, h4, .case { scroll-margin: var(--bar, 5rem); }
    .case > div { scroll-margin: calc(var(--bar, 5rem) + 4rem); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .25rem; }
    code, pre, .id { font-family: var(--mono); font-size: .875em; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip {
      position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .5rem 1rem;
      z-index: 2;
    }
    .skip:focus { top: .5rem; }

    .passed { --hue: var(--passed); --tint: var(--passed-tint); }
    .warned, .warning { --hue: var(--warned); --tint: var(--warned-tint); }
    .failed { --hue: var(--failed); --tint: var(--failed-tint); }
    .inconclusive { --hue: var(--inconclusive); --tint: var(--inconclusive-tint); }
    .skipped, .note { --hue: var(--skipped); --tint: var(--skipped-tint); }
    .badge {
      display: inline-block; min-width: 5.6rem; padding: 0 .5rem; border-radius: 1rem;
      background: var(--tint); color: var(--hue); font: 600 .8rem/1.6 inherit;
      font-family: inherit; font-size: .8rem; font-weight: 600; text-align: center;
    }
    h5 .badge { min-width: 0; }

    header { padding-top: 1.75rem; }
    .verdict h1::before {
      content: ""; display: inline-block; width: .62em; height: .62em; border-radius: 50%;
      background: var(--hue); margin-right: .4em;
    }
    .verdict h1 { margin: .1rem 0 .4rem; }
    .suite, .facts { color: var(--soft); font-size: .9rem; }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
    .counts a {
      display: block; padding: .3rem .8rem; border-radius: .5rem; text-decoration: none;
      background: var(--tint); color: var(--hue); min-height: 2.4rem; align-content: center;
    }
    .counts a:hover, .cell:hover { text-decoration: underline; }
    .counts b { font-size: 1.15rem; }
    .notices { margin: 1rem 0; }
    .notices li {
      border-left: .25rem solid var(--warned); background: var(--warned-tint);
      padding: .5rem .75rem; border-radius: 0 .4rem .4rem 0; margin-bottom: .4rem;
    }
    nav {
      display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem;
      border-bottom: 1px solid var(--line);
    }
    nav a { padding: .5rem 0; }

    .faults { display: grid; gap: .6rem; }
    .faults + .faults { margin-top: .6rem; }
    .faults + h3 { margin: 1.25rem 0 .6rem; }
    .faults li {
      background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      border-left: .3rem solid var(--failed); padding: .55rem .9rem;
    }
    .faults li.warning { border-left-color: var(--warned); }
    .faults li.note { border-left-color: var(--line); }
    .faults.reasons li { border-left-color: var(--inconclusive); }
    .faults a { font-family: var(--mono); font-size: .875em; }
    .values { color: var(--soft); font-family: var(--mono); font-size: .82rem; }

    .levels {
      display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
      margin-bottom: 1.25rem;
    }
    .levels li {
      background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      padding: .6rem .8rem;
    }
    .levels p { font-size: .85rem; color: var(--soft); }
    .bar {
      display: block; width: 100%; height: .4rem; margin: .35rem 0; border-radius: .2rem;
      background: var(--skipped-tint);
    }
    .bar rect { fill: var(--hue, var(--link)); }

    .scrolled {
      overflow-x: auto; background: var(--card); border: 1px solid var(--line);
      border-radius: .5rem; overflow-wrap: normal;
    }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    caption { text-align: left; padding: .6rem .8rem; color: var(--soft); font-size: .85rem; }
    th, td {
      text-align: left; vertical-align: top; padding: .45rem .8rem; font-weight: 400;
      border-top: 1px solid var(--line);
    }
    thead th { font-weight: 600; color: var(--soft); white-space: nowrap; }
    td { min-width: 6rem; }
    .cell {
      display: block; min-width: 5rem; padding: .25rem .55rem; border-radius: .35rem;
      background: var(--tint); color: var(--hue); text-decoration: none;
    }
    .cell b { white-space: nowrap; }
    .cell small { display: block; line-height: 1.35; }
    .beside table { border-collapse: separate; border-spacing: 0; }
    .beside .cell { min-width: 7rem; }
    .beside th[scope=row] {
      position: sticky; left: 0; background: var(--card); min-width: 7.5rem; max-width: 12rem;
      overflow-wrap: anywhere;
    }
    .scrolled + .scrolled { margin-top: 1rem; }
    .none { color: var(--soft); }
    #quirks table { table-layout: fixed; min-width: 56rem; overflow-wrap: anywhere; }
    #quirks th:last-child { width: 28%; }
    #requests th[scope=row] { min-width: 16rem; max-width: 40rem; overflow-wrap: anywhere; }
    #requests td { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .time { display: block; min-width: 6rem; }
    main > section > p { color: var(--soft); margin-bottom: .75rem; }
    main > section > details { margin-top: .75rem; }
    main > section > details > summary { padding: .5rem .25rem; margin-bottom: .25rem; }

    #filter, .copy { display: none; }
    .scripted #filter {
      display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: center; position: sticky;
      top: 0; z-index: 1; background: var(--page); padding: .6rem 0;
      border-bottom: 1px solid var(--line);
    }
    #filter > label { font-weight: 600; }
    #search {
      font: inherit; padding: .4rem .6rem; min-width: 10rem; flex: 1 1 12rem; color: inherit;
      background: var(--card); border: 1px solid var(--soft); border-radius: .4rem;
    }
    #search::placeholder { color: var(--soft); opacity: 1; }
    fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; }
    legend { position: absolute; clip-path: inset(50%); }
    fieldset label {
      display: flex; align-items: center; gap: .35rem; padding: .25rem .6rem; cursor: pointer;
      border-radius: .4rem; background: var(--tint); color: var(--hue); font-size: .85rem;
    }
    fieldset input { accent-color: var(--hue); margin: 0; width: 1rem; height: 1rem; }
    button {
      font: inherit; font-size: .85rem; padding: .25rem .7rem; min-height: 1.9rem; color: var(--text);
      background: var(--card); border: 1px solid var(--soft); border-radius: .4rem;
      cursor: pointer;
    }
    button:hover { background: var(--skipped-tint); }
    #shown { color: var(--soft); font-size: .85rem; margin: 0; }

    .operation { margin-top: 1.5rem; }
    .operation h3 { font-family: var(--mono); }
    .case {
      background: var(--card); border: 1px solid var(--line); margin-top: -1px;
      content-visibility: auto; contain-intrinsic-size: auto 2.3rem;
    }
    .case[open] { border-radius: .4rem; margin: .4rem 0; }
    .case summary {
      display: grid; grid-template-columns: auto minmax(10rem, 2fr) 3fr; gap: .15rem .8rem;
      align-items: baseline; padding: .4rem .75rem; cursor: pointer;
    }
    .case summary:focus-visible { outline-offset: -3px; }
    .case summary:hover { background: var(--skipped-tint); }
    .case[open] > summary { border-bottom: 1px solid var(--line); }
    .case .id { font-weight: 600; }
    .title { color: var(--soft); font-size: .9rem; }
    .case > div { padding: .8rem 1rem 1rem; }
    dl {
      display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .2rem .75rem;
      font-size: .9rem;
    }
    dt { color: var(--soft); }
    .finding {
      border-top: 1px solid var(--line); margin-top: .9rem; padding-top: .9rem; display: grid;
      gap: .6rem;
    }
    figcaption { color: var(--soft); font-size: .85rem; padding: .3rem 0; }
    pre {
      margin: 0; padding: .6rem .8rem; background: var(--code); border: 1px solid var(--line);
      border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere;
    }
    mark {
      background: var(--failed-tint); color: var(--failed); font-weight: 700; padding: .1em .2em;
      border-radius: .2em; outline: 1px solid var(--failed);
    }
    .repeat {
      display: grid; grid-template-columns: 1fr auto; gap: .35rem; align-items: center;
    }
    .repeat pre { grid-column: 1 / -1; }
    .scripted .copy { display: block; }
    footer { color: var(--soft); font-size: .85rem; padding: 2.5rem 1rem 2rem; }

    @media (max-width: 40rem) {
      .case summary { grid-template-columns: auto 1fr; }
      .case { contain-intrinsic-size: auto 4rem; }
      .case summary .badge { min-width: 0; }
      .title { grid-column: 1 / -1; }
      #matrix th[scope=row] { min-width: 7.5rem; max-width: 8.5rem; overflow-wrap: anywhere; }
      #matrix th, #matrix td { padding: .35rem .4rem; }
      dl { grid-template-columns: 1fr; gap: 0; }
      dd { margin-bottom: .5rem; }
      .levels { grid-template-columns: 1fr 1fr; }
      .scripted #filter { position: static; }
      fieldset label, button { min-height: 2.4rem; }
    }
    @media print {
      :root { --page: #fff; --code: #fff; }
      nav, .skip, .scripted #filter, .scripted .copy { display: none; }
      .case { content-visibility: visible; }
      .case, .faults li, .levels li { break-inside: avoid; }
      .scrolled { overflow: visible; }
    }

    """
}
