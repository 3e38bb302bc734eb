/** The frame of the page; its words are set by its script, in the language that is chosen. */
export function pageHtml(): string {
  return `<!doctype html>
<html lang="da" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Samspil</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/room/page/tokens.css">
<link rel="stylesheet" href="/room/page/room.css">
<link rel="stylesheet" href="/room/page/card.css">
</head>
<body data-pane="middle">
<a class="skip" href="#columns" data-word="skip"></a>
<header class="top">
  <h1 class="logo"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="20" height="20" rx="6" fill="#5b5fc7"/><circle cx="8" cy="12" r="3" fill="#fff"/><circle cx="16" cy="12" r="3" fill="none" stroke="#fff" stroke-width="1.8"/></svg><span data-word="room"></span></h1>
  <div class="you"><label for="person" data-word="you"></label><select id="person"></select></div>
  <div class="clock"><time id="now"></time><button type="button" class="btn primary next" id="next"><span class="play" aria-hidden="true"></span><span><span data-word="next"></span><small id="next-says"></small></span></button></div>
  <div class="more">
    <button type="button" class="btn" id="day" data-word="day"></button>
    <label class="jump"><span class="vh" data-word="jump"></span><input type="date" id="jump"></label>
    <button type="button" class="btn" id="again" data-word="again"></button>
    <button type="button" class="btn quiet" id="language"></button>
    <button type="button" class="btn quiet icon" id="theme"><span class="half" aria-hidden="true"></span><span class="vh" data-word="theme"></span></button>
  </div>
</header>
<section class="tour" id="tour" data-label="tour" hidden><p id="tour-text"></p>
  <div><button type="button" class="btn" id="show-me" data-word="showMe"></button><button type="button" class="btn" id="skip-step" data-word="skipStep"></button><button type="button" class="btn" id="close-tour" data-word="closeTour"></button></div></section>
<main class="columns" id="columns" tabindex="-1">
  <nav id="channels" data-label="channels"></nav>
  <section class="here" aria-labelledby="channel-name"><div class="channel-head"><h2 id="channel-name"></h2><p id="channel-waits" class="small subtle"></p></div>
    <div class="stream" id="stream" tabindex="-1"><ol id="posts"></ol></div>
    <div class="write" id="write"></div></section>
  <section class="aside" data-label="aside">
    <section><h2><span data-word="whereIsIt"></span> <span class="small subtle" id="where"></span></h2><div class="map" id="map"></div></section>
    <section><h2><span data-word="ledger"></span> <button type="button" class="btn small-btn" id="check" data-word="check"></button></h2><p id="proof" class="small" role="status"></p><ol class="ledger" id="ledger"></ol></section>
    <section><h2><span data-word="tour"></span> <span class="small subtle" id="tour-count"></span></h2><ol class="steps" id="steps"></ol></section>
  </section>
</main>
<footer class="tabs" data-label="panes"><button type="button" data-pane-of="left" data-word="paneLeft"></button><button type="button" data-pane-of="middle" data-word="paneMiddle"></button><button type="button" data-pane-of="right" data-word="paneRight"></button></footer>
<div class="toast" id="toast" role="status"></div>
<script src="/room/page/adaptivecards.js"></script>
<script type="module" src="/room/page/main.ts"></script>
</body>
</html>
`;
}
