"""Addresses of the public pages; each is the same in every language but for its prefix."""

from django.urls import path

from tracker.public import feeds, views

app_name = "tracker"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("partnerships/<slug:slug>/", views.partnership, name="partnership"),
    path("commitments/", views.commitments, name="commitments"),
    path("commitments/<slug:code>/", views.commitment, name="commitment"),
    path("deliveries/", views.deliveries, name="deliveries"),
    path("deliveries/<slug:slug>/", views.delivery, name="delivery"),
    path("awards/", views.awards, name="awards"),
    path("awards/<slug:slug>/", views.award, name="award"),
    path("parties/", views.parties, name="parties"),
    path("parties/<slug:slug>/", views.party, name="party"),
    path("partners/", views.partners, name="partners"),
    path("partners/<slug:slug>/", views.partner, name="partner"),
    path("dialogues/", views.dialogues, name="dialogues"),
    path("dialogues/<slug:slug>/", views.dialogue, name="dialogue"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:slug>/", views.source, name="source"),
    path("regions/", views.regions, name="regions"),
    path("regions/<slug:code>/", views.region, name="region"),
    path("disagreements/", views.disagreements, name="disagreements"),
    path("changes/", views.changes, name="changes"),
    path("changes/feed/", feeds.Changes(), name="feed"),
    path("about/", views.about, name="about"),
]
