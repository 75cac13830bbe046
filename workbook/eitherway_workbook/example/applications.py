"""The demo's applications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

Row = dict[str, object]

NORTHWIND = "Northwind - Data Analyst"
HARBOURLIGHT = "Harbourlight - Data Manager"
CASTELLAN = "Castellan - Reporting Engineer"
SALTMARSH = "Saltmarsh - Grid Data Analyst"
FERNBANK = "Fernbank - Insights Lead"
MERIDIAN = "Meridian - Operations Analyst"
JUNIPER = "Juniper Street - Research Editor"
RIDGEWAY = "Ridgeway - Evening Tutor"
TALLGRASS = "Tallgrass - Actuarial Analyst"
BRIGHTWATER = "Brightwater - Planning Analyst"
LANTERN = "Lantern - Survey Statistician"


def applications(day: Callable[[int], date]) -> list[Row]:
    """The rows of Applications; `day` counts business days from the demo's day."""
    return [
        {
            "Application": NORTHWIND,
            "Company": "Northwind Analytics",
            "Role": "Data Analyst",
            "Status": "Interviewing",
            "Applied on": day(-34),
            "How": "Online",
            "Source": "Job board",
            "Link": "northwind.example/jobs/1182",
            "Reference": "1182",
            "Industry": "Retail",
            "Why this job": "the team publishes what it learns, mistakes included",
            "Contact": "Nguyễn Thị Mai Anh",
            "Employer address": "18 Cable Street\nSeattle, WA 98101",
            "Employer phone": "(206) 555-0142",
            "Notes": "Three rounds; the last one is on site.",
        },
        {
            "Application": HARBOURLIGHT,
            "Company": "Harbourlight Health",
            "Role": "Clinical Data Manager",
            "Status": "Interviewing",
            "Applied on": day(-21),
            "How": "Email",
            "Source": "A former colleague",
            "Reference": "HH-0457",
            "Industry": "Health",
            "Why this job": "better data there means fewer mistakes at the bedside",
            "Employer web": "jobs@harbourlight.example",
        },
        {
            "Application": CASTELLAN,
            "Company": "Castellan Robotics",
            "Role": "Reporting Engineer",
            "Status": "Interviewing",
            "Applied on": day(-29),
            "How": "In person",
            "Source": "Career fair",
            "Link": "castellan.example/careers",
            "Industry": "Manufacturing",
            "Tone": "Warm",
            "Why this job": "the reports reach the people who build the machines",
            "Decision by": day(-2),
            "Notes": "They promised word by the end of the sprint.",
        },
        {
            "Application": SALTMARSH,
            "Company": "Saltmarsh Energy",
            "Role": "Grid Data Analyst",
            "Status": "Interviewing",
            "Applied on": day(-12),
            "How": "Online",
            "Source": "Company site",
            "Reference": "2026/31",
            "Industry": "Energy",
            "Why this job": "the grid is where good forecasts keep the lights on",
        },
        {
            "Application": FERNBANK,
            "Company": "Fernbank Insights",
            "Role": "Insights Lead",
            "Status": "Interviewing",
            "Applied on": day(-48),
            "How": "Online",
            "Source": "Recruiter",
            "Industry": "Market research",
            "Why this job": "it asks small towns what others only ask big cities",
            "Notes": "Friendly, then silence.",
        },
        {
            "Application": MERIDIAN,
            "Company": "Meridian Transit",
            "Role": "Operations Analyst",
            "Status": "Offer",
            "Applied on": day(-33),
            "How": "Online",
            "Source": "Job board",
            "Industry": "Public transport",
            "Why this job": "a better timetable changes more days than any app",
            "Decided on": day(-2),
            "Notes": "Offer by telephone.\nThey want an answer in two weeks.",
        },
        {
            "Application": JUNIPER,
            "Company": "Juniper Street Press",
            "Role": "Research Editor",
            "Status": "Rejected",
            "Applied on": day(-37),
            "How": "Email",
            "Source": "Newsletter",
            "Industry": "Publishing",
            "Why this job": "every book leaves the house with its facts checked twice",
            "Decided on": day(-5),
        },
        {
            "Application": RIDGEWAY,
            "Company": "Ridgeway College",
            "Role": "Evening Tutor, Statistics",
            "Status": "Accepted",
            "Applied on": day(-52),
            "How": "Post",
            "Source": "Notice board",
            "Industry": "Education",
            "Why this job": "I learned the subject in an evening class myself",
            "Decided on": day(-30),
            "Notes": "Two evenings a week, beside the search.",
        },
        {
            "Application": TALLGRASS,
            "Company": "Tallgrass Insurance",
            "Role": "Actuarial Analyst",
            "Status": "Withdrawn",
            "Applied on": day(-31),
            "How": "Online",
            "Source": "Job board",
            "Industry": "Insurance",
            "Decided on": day(-8),
            "Notes": "Five days a week in an office two hours away.",
        },
        {
            "Application": BRIGHTWATER,
            "Company": "Brightwater Council",
            "Role": "Planning Analyst",
            "Status": "Interviewing",
            "Applied on": day(-26),
            "How": "Online",
            "Source": "Company site",
            "Reference": "00417",
            "Industry": "Public service",
            "Why this job": "the plans there are read by the people who live with them",
        },
        {
            "Application": LANTERN,
            "Company": "Lantern Research",
            "Role": "Survey Statistician",
            "Status": "Applied",
            "Applied on": day(-6),
            "How": "Online",
            "Link": "lantern.example/work-here",
        },
    ]
