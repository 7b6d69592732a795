"use search";
