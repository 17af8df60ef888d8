"""Labels of page furniture: whole lines that carry no sentence."""

from __future__ import annotations


def _labels(listing: str) -> frozenset[str]:
    """Return the labels of a listing, divided by commas and ends of lines."""
    return frozenset(label.strip().casefold() for label in listing.replace("\n", ",").split(",") if label.strip())


# Furniture wherever they stand alone on a line.
ANYWHERE = _labels("""
    view image in fullscreen, video ad feedback, explore more on these topics, reuse this content, all news, advertising
    ad feedback, enditem, end, ends, key points, listen to this story, gift this article, gift article, see all topics,
    accessibility links, skip to content, skip to main content, skip to navigation, jump to content, skip links
    skip to search, skip to footer, accessibility help, accessibility statement, open menu, close menu
    toggle navigation, close, menu, navigation, breaking news, breaking, updated, update, developing
    developing story, live, live updates, live blog, exclusive, just in, advertisement
    advertisement - continue reading below, advertisement continue reading the main story, sponsored, promoted
    sponsored content, paid content, paid post, partner content, ad, ads, advertise, advertise with us
    article continues below, story continues below, story continues below advertisement
    story continues after advertisement, continue reading, continue reading below, continue reading the main story
    continue reading the story, article continues after advertisement, article continues below advertisement
    continues below, read full article, read the full article, read the full story, see more, read more, read also
    see also, more, more on this, more on this story, more on this topic, more from this section, related
    related articles, related stories, related content, related topics, related news, related links
    related coverage, related internet links, also read, recommended, recommended for you, recommended stories
    you may also like, you might also like, more like this, most read, most popular, most viewed, most shared
    most watched, top stories, latest news, trending, trending now, don't miss, editor's picks, editors' picks
    what to read next, up next, next article, previous article, next, previous, back to top, in this article
    load more, load more stories, view comments, show comments, hide comments, comments, comment, leave a comment
    post a comment, add a comment, leave a reply, write a comment, join the conversation, comments are closed
    no comments, 0 comments, view all comments, share, share this, share this article, share this story
    share this page, share article, share options, sharing options, share save, share on facebook
    share on twitter, share on x, share on linkedin, share on whatsapp, share on telegram, share on reddit
    share via email, share with facebook, share with twitter, share full article, tweet, tweet this, pin it, email
    e-mail, email this article, email this story, email to a friend, copy link, link copied, copy url, facebook
    twitter, linkedin, whatsapp, telegram, reddit, instagram, pinterest, youtube, tumblr, messenger, viber
    odnoklassniki, vkontakte, flipboard, google+, threads, bluesky, print, print this, print this page
    print this article, print article, print page, save, save article, save for later, bookmark, listen
    listen to this article, listen to article, text size, font size, a a a, a- a+, xs, sm, md, lg, xl, xxl, small
    medium, large, subscribe, subscribe now, subscribe today, sign in, sign up, sign up now, log in, login
    log out, register, my account, newsletter, newsletters, donate, donate now, support us, become a member
    contribute, follow us, follow, like us on facebook, follow us on twitter, follow us on facebook, contact us
    contact, about us, about, terms of use, terms of service, terms and conditions, terms, privacy policy, privacy
    privacy notice, cookie policy, cookie settings, cookies, accept, accept all, reject all, accept cookies
    manage cookies, i agree, got it, imprint, impressum, sitemap, site map, site index, careers, jobs, faq, help
    help center, rss, rss feed, download the app, get the app, mobile apps, do not sell my info, hide caption
    toggle caption, enlarge this image, view gallery, view slideshow, photo gallery, gallery, image gallery
    play video, watch video, play, watch now, watch live, video player
    media playback is unsupported on your device, your browser does not support the video tag, replay
    just watched, must watch, replay more videos, more videos, story highlights, 16x9 image, image, embed
    the code has been copied to your clipboard, the url has been copied to your clipboard
    no media source currently available, show transcript, about this article, about the author, about the authors
    about sharing, tags, topics, keywords, filed under, corrections, report an error, report a typo, error
    published, page top, original article, original story, search, go, submit, loading, loading..., please wait
    translate, english, select language
""")

# Names of sections: furniture before the article and after it, where a title or a list could not be one word long.
SECTIONS = _labels("""
    home, homepage, front page, news, world, world news, international, national, domestic, local, regional
    politics, elections, election, business, economy, markets, finance, money, companies, sport, sports, football
    soccer, opinion, opinions, editorial, editorials, analysis, comment, commentary, columns, columnists, letters
    culture, arts, art, art & design, entertainment, celebrity, music, film, movies, tv, television, books
    theater, theatre, lifestyle, life, style, fashion, food, travel, health, wellness, science, tech, technology
    environment, climate, energy, education, religion, history, weather, video, videos, photos, pictures
    multimedia, audio, podcasts, podcast, radio, live tv, on air, programs, programmes, archive, special reports
    features, investigations, fact check, fact-check, interviews, interview, in depth, in focus, long reads
    magazine, magazines, obituaries, crime, law, justice, courts, military, defense, defence, security, society
    people, real estate, property, autos, cars, crossword, games, puzzles, horoscopes, comics, africa, americas
    asia, asia pacific, asia-pacific, australia, central asia, caucasus, china, europe, middle east, north korea
    south korea, japan, russia, ukraine, uk, u.k., us, u.s., usa, u.s. news, us news, uk news, india
    latin america, north america, korea, all sections, sections, edition, us edition, international edition
    latest, today, this week, popular, topics, series, all news, top news, headlines
""")

# Headings over lists of titles: the titles that follow are links.
LIST_HEADINGS = _labels("""
    read more, read also, see also, also read, more on this, more on this story, more on this topic
    more from this section, related, related articles, related stories, related content, related news
    related links, related coverage, related topics, related internet links, recommended, recommended for you
    recommended stories, you may also like, you might also like, more like this, most read, most popular
    most viewed, most shared, most watched, top stories, trending, trending now, editor's picks, editors' picks
    what to read next, up next, don't miss, latest news
""")
