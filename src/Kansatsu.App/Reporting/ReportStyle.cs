namespace Kansatsu.App.Reporting;

/// <summary>How the page looks: on screens light or dark as the reader prefers, on paper always light. The colours are those of the dashboard.</summary>
static class ReportStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;
        --bg:light-dark(#f6f6f3,#15181d);--panel:light-dark(#fff,#1c2026);--raised:light-dark(#eeefeb,#262b33);--line:light-dark(#d9dad4,#343a44);
        --text:light-dark(#1d2126,#e6e8eb);--dim:light-dark(#555d67,#a3acb8);--bad:light-dark(#a61b14,#ff9a91);--warn:light-dark(#7d5200,#e8bd55);--good:light-dark(#1f6b3a,#7fd49a);
        --v6:light-dark(#1959c8,#5fb4ff);--v4:light-dark(#b35c00,#f0a04b);--land:light-dark(#dfe3dc,#2f3640);
        --i1:light-dark(#cfd8dc,#4b5563);--i2:light-dark(#a8cbe8,#2f5f8f);--i3:light-dark(#6fa8dc,#3d7fc1);--i4:light-dark(#f4d35e,#b8952b);--i5:light-dark(#ee964b,#d07a2c);--i6:light-dark(#d1495b,#d1495b);--i7:light-dark(#7b2d6b,#b25aa0);
        font:15px/1.55 system-ui,-apple-system,"Segoe UI","Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP","IPAexGothic","IPAGothic",sans-serif;color:var(--text);background:var(--bg)}
        .c-own-action{--c:light-dark(#01266f,#5b6bd3)}.c-own-software{--c:light-dark(#1959fc,#5fdaff)}.c-own-housekeeping{--c:light-dark(#7286db,#5473b2)}
        .c-own-unknown{--c:light-dark(#7057d2,#90a6ff)}.c-network-control{--c:light-dark(#306c74,#37caa6)}.c-neighbor-chatter{--c:light-dark(#389b87,#9de8a8)}
        .c-channel-joined{--c:light-dark(#5822bc,#855eff)}.c-channel-unjoined{--c:light-dark(#a640a8,#e38fcd)}.c-visit{--c:light-dark(#5e9a50,#8de46a)}
        .c-scan{--c:light-dark(#be3d00,#f3841a)}.c-backscatter{--c:light-dark(#cd7600,#fdd110)}.c-misdirected{--c:light-dark(#666855,#97ac73)}
        .c-leak{--c:light-dark(#9e1e14,#cd4518)}.c-attack{--c:light-dark(#a70036,#fc5753)}.c-tunnel{--c:light-dark(#394771,#8b7292)}
        .c-transit{--c:light-dark(#ae7ab0,#7a736b)}.c-unexplained{--c:light-dark(#1c1c1c,#f4f1ea)}
        .v6{--c:var(--v6)}.v4{--c:var(--v4)}
        *{box-sizing:border-box}body{margin:0 auto;max-width:66rem;padding:28px 20px 60px}
        h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}ul,ol{list-style:none}
        h1{font-size:1.7rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}h2{font-size:1.15rem;font-weight:650}h3{font-size:1rem;font-weight:600}
        .over{color:var(--dim);font-size:.85rem;letter-spacing:.04em;margin-bottom:6px}.said{font-size:1.12rem;margin:12px 0 4px;max-width:58rem}.files{color:var(--dim);font-size:.85rem;overflow-wrap:anywhere}
        section{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:18px 20px;margin-top:18px}
        .lead{color:var(--dim);font-size:.9rem;margin:2px 0 12px}.dim,.note{color:var(--dim)}.note{font-size:.85rem;margin-top:8px}
        .tiles{display:flex;flex-wrap:wrap;gap:10px 36px;margin-top:16px}.tiles dt{color:var(--dim);font-size:.8rem}.tiles dd{font-size:1.45rem;font-weight:650;font-variant-numeric:tabular-nums;line-height:1.2}.tiles small{font-size:.8rem;font-weight:400;color:var(--dim)}
        table{border-collapse:collapse;width:100%;font-size:.88rem}th{font-weight:600;text-align:left;color:var(--dim);font-size:.78rem;border-bottom:1px solid var(--line);padding:4px 10px 4px 0;vertical-align:bottom}
        td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}tr:last-child>td{border-bottom:0}
        .t{white-space:nowrap;font-variant-numeric:tabular-nums}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td small{color:var(--dim);display:block}
        .chip{display:inline-flex;align-items:center;gap:6px;white-space:nowrap;margin-right:10px}.chip i{width:10px;height:10px;border-radius:3px;background:var(--c);flex:none}
        svg.bar{height:12px;border-radius:4px;background:var(--raised);min-width:5rem}svg.bar.thick{height:26px;margin:6px 0 10px}
        .wide{min-width:9rem;width:26%}svg{display:block;width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:var(--dim)}.fill{fill:var(--c)}
        .grid{stroke:var(--line);stroke-width:1}.window{fill:var(--v6);fill-opacity:.1}.window-edge{stroke:var(--v6);stroke-dasharray:3 3}svg .window-name{fill:var(--v6);font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:2px 8px;font-size:.85rem;margin-top:8px}
        .strip{margin-top:14px}.strip p,.telegram p.dim,.finding p.dim{font-size:.85rem}.strip h3{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline;font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.88rem;overflow-wrap:anywhere}.strip .tag{font-family:system-ui,sans-serif}
        .beat{stroke:var(--v6);stroke-width:1.4}.base{stroke:var(--line)}.silent{fill:var(--bad);fill-opacity:.18}.end{stroke:var(--bad);stroke-width:2}
        .tag{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 6px;font-size:.75rem;font-weight:600;white-space:nowrap}
        .bad{color:var(--bad)}.warn{color:var(--warn)}.good{color:var(--good)}.quiet{color:var(--dim)}
        .notice{border-left:4px solid var(--warn);background:var(--raised);padding:8px 12px;border-radius:0 6px 6px 0;font-weight:600;margin:8px 0 12px}
        .event{display:grid;grid-template-columns:minmax(0,21rem) minmax(0,1fr);gap:18px;margin-top:14px}.land{fill:var(--land);stroke:var(--panel);stroke-width:8}
        .i1{fill:var(--i1)}.i2{fill:var(--i2)}.i3{fill:var(--i3)}.i4{fill:var(--i4)}.i5{fill:var(--i5)}.i6{fill:var(--i6)}.i7{fill:var(--i7)}
        .epicentre{stroke:var(--bad);stroke-width:26;fill:none}.ring{fill:none;stroke:var(--bad);stroke-width:10;opacity:.6}
        .telegram{border-left:3px solid var(--line);padding:0 0 10px 12px}.telegram ul{font-size:.85rem;color:var(--dim)}.telegram li::before{content:"· "}
        .finding{border-left:4px solid var(--s,var(--line));padding:2px 0 10px 12px;margin-top:12px;break-inside:avoid}.s-alert{--s:var(--bad)}.s-warning{--s:var(--warn)}.s-notice{--s:var(--v6)}
        .finding ul{font-size:.87rem;color:var(--dim);margin:4px 0}.finding li::before{content:"· "}.do::before{content:"→ ";color:var(--dim)}
        .mono{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
        footer{color:var(--dim);font-size:.8rem;margin-top:24px}
        @media(max-width:700px){.event{grid-template-columns:minmax(0,1fr)}body{padding:16px 10px 40px}section{padding:14px 12px;overflow-x:auto}}
        @page{size:A4;margin:14mm}
        @media print{:root{color-scheme:light;font-size:12px;background:#fff}body{max-width:none;padding:0}section{border:0;border-top:1px solid var(--line);border-radius:0;padding:10px 0;margin-top:10px}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2,h3,.lead,thead{break-after:avoid}tr,figure,.strip,.telegram{break-inside:avoid}.event{grid-template-columns:15rem minmax(0,1fr)}}
        """;
}
